import { Refusal } from './api/refusal.ts';
import { limits } from './lint/limits.ts';
import type { SlackState, Trigger } from './state.ts';

/** Hands out the right to show this person a modal: for 3 seconds, once. */
export function issueTrigger(state: SlackState, from: { user: string; viewId?: string; channel?: string }): string {
  const id = `${state.nextId('1')}.${state.nextId('2')}.${state.nextId('t').toLowerCase()}`;
  state.triggers.set(id, { id, at: steadyNow(state), used: false, ...from });
  return id;
}

/** Looks a trigger up and refuses it when unknown, used or too old; `use` spends it. */
export function validTrigger(state: SlackState, id: string): Trigger {
  const trigger = state.triggers.get(id);
  if (!trigger) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (steadyNow(state) - trigger.at > limits.triggerMs) throw new Refusal('expired_trigger_id');
  return trigger;
}

function steadyNow({ clock }: SlackState): number {
  return clock.steadyNow?.() ?? clock.now();
}
