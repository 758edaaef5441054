import type { ElementJson } from '../block-json.ts';
import { messagePayload } from '../conversations.ts';
import { lintMessage } from '../lint/lint.ts';
import { isObject } from '../lint/rules.ts';
import { issueResponseUrl, show } from '../response-urls.ts';
import {
  type Ephemeral,
  type Message,
  type OpenView,
  recordNotice,
  recordProblems,
  type SlackState,
  type Values,
} from '../state.ts';
import { issueTrigger } from '../triggers.ts';
import { viewPayload } from '../view-stack.ts';
import { valueField, valuesFor } from '../view-values.ts';
import type { Delivery } from '../wire/delivery.ts';

/** The two things every act of a person needs: what is there, and the way to the app. */
export type Desk = {
  readonly state: SlackState;
  readonly delivery: Delivery;
};

/** Whether the app answered in time; else the words the person saw. */
export type Outcome = {
  readonly ok: boolean;
  readonly notice?: string;
};

export async function runCommand(
  desk: Desk,
  call: { user: string; channel: string; command: string; text: string },
): Promise<Outcome> {
  const { state } = desk;
  const { user, channel, command, text } = call;
  const response_url = issueResponseUrl(state, { user, channel });
  const payload = {
    token: 'verification',
    team_id: state.team.id,
    team_domain: state.team.domain,
    channel_id: channel,
    channel_name: state.channels.get(channel)?.name ?? '',
    user_id: user,
    user_name: state.users.get(user)?.name ?? '',
    command,
    text: escaped(text),
    api_app_id: state.app.id,
    is_enterprise_install: 'false',
    response_url,
    trigger_id: issueTrigger(state, { user, channel }),
  };
  const result = await desk.delivery.send({ type: 'slash_commands', payload });
  if (result.kind === 'failed')
    return fail(state, user, command, `${command} failed because the app did not respond.`, result.reason);
  const body = typeof result.body === 'string' ? { text: result.body } : result.body;
  if (!isObject(body) || Object.keys(body).length === 0) return { ok: true };
  const problems = lintMessage(body);
  recordProblems(state, `the answer to ${command}`, problems);
  if (problems.length > 0)
    return fail(state, user, command, `${command} failed because of an invalid response.`, 'invalid answer');
  const url = state.responseUrls.get(response_url.split('/').at(-1) ?? '');
  if (url) show(state, url, body);
  return { ok: true };
}

/** Slack escapes these three in what it sends of a command, whatever the manifest says about names. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What was acted on. */
export type Source = { readonly message: Message } | { readonly ephemeral: Ephemeral } | { readonly open: OpenView };

/** A person presses a button or picks something outside the inputs: block_actions. */
export async function act(
  desk: Desk,
  user: string,
  source: Source,
  action: Record<string, unknown>,
  stateValues?: Values,
): Promise<Outcome> {
  const { state, delivery } = desk;
  const payload = {
    ...basePayload(state, user, 'block_actions'),
    ...('open' in source ? fromView(state, user, source.open) : fromMessage(state, user, source, stateValues)),
    actions: [action],
  };
  const result = await delivery.send({ type: 'interactive', payload });
  if (result.kind === 'acked') return { ok: true };
  const text = 'open' in source ? troubleText : 'This app did not respond. Try again?';
  if ('open' in source) {
    source.open.notice = text;
    state.feed.tell({ kind: 'modal', user });
  }
  return fail(state, user, `action ${String(action.action_id)}`, text, result.reason);
}

/** The `actions[0]` of a payload for that element and, unless it is a button, the value chosen. */
export function actionOn(
  state: SlackState,
  block_id: string,
  element: ElementJson,
  chosen: Record<string, unknown>,
): Record<string, unknown> {
  const { type, action_id, text, value, url, placeholder, style } = element;
  const button = type === 'button' ? { text, value, url, style } : { placeholder };
  return { type, action_id, block_id, ...button, ...chosen, action_ts: state.nextTs() };
}

export async function shortcut(desk: Desk, user: string, callback_id: string, on?: Message): Promise<Outcome> {
  const { state, delivery } = desk;
  const trigger_id = issueTrigger(state, { user, channel: on?.channel });
  const base = {
    ...basePayload(state, user, on ? 'message_action' : 'shortcut'),
    trigger_id,
    callback_id,
    action_ts: state.nextTs(),
  };
  const onMessage = on && {
    message_ts: on.ts,
    message: messagePayload(state, on),
    channel: { id: on.channel, name: state.channels.get(on.channel)?.name },
    response_url: issueResponseUrl(state, { user, channel: on.channel }),
  };
  const result = await delivery.send({ type: 'interactive', payload: { ...base, ...onMessage } });
  if (result.kind === 'acked') return { ok: true };
  return fail(state, user, `shortcut ${callback_id}`, 'This app did not respond. Try again?', result.reason);
}

export const troubleText = 'We had some trouble connecting. Try again?';

export function fail(state: SlackState, user: string, where: string, text: string, reason: string): Outcome {
  recordNotice(state, { user, where, text, reason });
  return { ok: false, notice: text };
}

export function basePayload(state: SlackState, user: string, type: string): Record<string, unknown> {
  const known = state.users.get(user);
  return {
    type,
    user: { id: user, username: known?.name, name: known?.name, team_id: known?.team_id },
    api_app_id: state.app.id,
    token: 'verification',
    team: { id: state.team.id, domain: state.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function fromView(state: SlackState, user: string, open: OpenView): Record<string, unknown> {
  // A Home tab is no modal: from there views.open starts a new stack.
  const viewId = open.kind === 'modal' ? open.id : undefined;
  return {
    container: { type: 'view', view_id: open.id },
    trigger_id: issueTrigger(state, { user, viewId, channel: open.channel }),
    view: viewPayload(state, open),
  };
}

function fromMessage(
  state: SlackState,
  user: string,
  source: Exclude<Source, { open: OpenView }>,
  stateValues?: Values,
): Record<string, unknown> {
  const hidden = 'ephemeral' in source;
  const one = hidden ? source.ephemeral : source.message;
  const { channel, ts, thread_ts } = one;
  const thread = thread_ts ? { thread_ts } : {};
  return {
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: hidden, ...thread },
    trigger_id: issueTrigger(state, { user, channel }),
    channel: { id: channel, name: state.channels.get(channel)?.name },
    ...(hidden ? {} : { message: messagePayload(state, source.message) }),
    state: { values: stateValues ?? valuesFor(one.blocks) },
    response_url: issueResponseUrl(state, {
      user,
      channel,
      original: { kind: hidden ? 'ephemeral' : 'message', channel, ts },
    }),
  };
}

/** The value part of an action, from the value that now stands in the element. */
export function chosenValue(value: { type: string; [field: string]: unknown }): Record<string, unknown> {
  const field = valueField(value.type) ?? 'selected_option';
  return { [field]: value[field] };
}
