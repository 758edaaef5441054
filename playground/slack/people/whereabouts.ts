import { findMessage } from '../conversations.ts';
import type { OpenView, SlackState } from '../state.ts';
import { topModal } from '../view-stack.ts';
import type { Source } from './interaction.ts';
import { nameOf } from './shown.ts';

export type MessageKey = {
  readonly channel: string;
  readonly ts: string;
};

/** The person's top modal; throws where none is open. */
export function topOf(state: SlackState, user: string): OpenView {
  return demand(topModal(state, user), `${nameOf(state, user)} has no modal open.`);
}

export function homeOf(state: SlackState, user: string): OpenView {
  return demand(state.homes.get(user), `${nameOf(state, user)} has no Home tab yet.`);
}

export function viewOf(state: SlackState, user: string, viewId: string): OpenView {
  const home = state.homes.get(user);
  const open = [...(state.stacks.get(user) ?? []), ...(home ? [home] : [])].find(({ id }) => id === viewId);
  return demand(open, `The view ${viewId} is not open.`);
}

/** A message this person can see, ephemeral ones included. */
export function messageOf(
  state: SlackState,
  user: string,
  { channel, ts }: MessageKey,
): Exclude<Source, { open: OpenView }> {
  const ephemeral = state.ephemerals.find((one) => one.ts === ts && one.user === user);
  if (ephemeral) return { ephemeral };
  channelOf(state, user, channel);
  return { message: demand(findMessage(state, channel, ts), 'The message is gone.') };
}

/** The channel's id by name or id; throws where this person is not in it. */
export function channelOf(state: SlackState, user: string, nameOrId: string): string {
  const bare = nameOrId.replace(/^#/, '');
  const found = [...state.channels.values()].find(({ id, name }) => id === bare || name === bare);
  const channel = demand(found, `There is no channel #${bare}.`);
  if (!channel.members.has(user)) throw new Error(`${nameOf(state, user)} is not in #${channel.name}.`);
  return channel.id;
}

/** Throws for somebody who cannot use Slack any more. */
export function active(state: SlackState, user: string): string {
  if (state.users.get(user)?.deleted) throw new Error(`${nameOf(state, user)} is deactivated and cannot use Slack.`);
  return user;
}

/** Commands and shortcuts belong to the workspace the app is installed in: people of another one do not have them. */
export function insider(state: SlackState, user: string): string {
  if (state.users.get(user)?.is_stranger)
    throw new Error(`${nameOf(state, user)} is of another workspace and does not have this app.`);
  return active(state, user);
}

function demand<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
