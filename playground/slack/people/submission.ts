import type { ViewJson } from '../block-json.ts';
import { limits } from '../lint/limits.ts';
import { lintView } from '../lint/lint.ts';
import { isObject } from '../lint/rules.ts';
import { issueResponseUrl } from '../response-urls.ts';
import { type OpenView, recordProblems, type SlackState } from '../state.ts';
import { issueTrigger } from '../triggers.ts';
import { clearModals, pushModal, removeModal, replaceView, viewPayload } from '../view-stack.ts';
import { statefulElements } from '../view-values.ts';
import { incompleteInputs } from './form-check.ts';
import { basePayload, type Desk, fail, troubleText } from './interaction.ts';
import { labelled } from './shown.ts';

/** How a submit ended for the person; errors stand under the inputs, by label. */
export type Submitted = {
  readonly result: 'incomplete' | 'errors' | 'closed' | 'updated' | 'pushed' | 'cleared' | 'trouble';
  readonly errors: Readonly<Record<string, string>>;
  readonly notice?: string;
};

/** A person presses a modal's submit button; the client checks the form, the app answers, Slack applies the answer. */
export async function submitModal({ state, delivery }: Desk, open: OpenView): Promise<Submitted> {
  open.notice = undefined;
  const incomplete = incompleteInputs(open);
  if (Object.keys(incomplete).length > 0) return showErrors(state, open, incomplete, 'incomplete');
  const payload = {
    ...basePayload(state, open.user, 'view_submission'),
    trigger_id: issueTrigger(state, { user: open.user, viewId: open.id, channel: open.channel }),
    view: viewPayload(state, open),
    response_urls: responseUrls(state, open),
  };
  open.errors = {};
  const result = await delivery.send({ type: 'interactive', payload });
  if (result.kind === 'failed') return trouble(state, open, result.reason);
  return apply(state, open, result.body);
}

/** A person closes the top modal, or with `all` the whole stack; tells the app where it asked for that. */
export async function closeModals({ state, delivery }: Desk, open: OpenView, all: boolean): Promise<void> {
  const cleared = all || open.view.clear_on_close === true;
  const closing = cleared ? [...(state.stacks.get(open.user) ?? [])].reverse() : [open];
  if (cleared) clearModals(state, open.user);
  if (!cleared) removeModal(state, open);
  for (const closed of closing) {
    if (!closed.view.notify_on_close) continue;
    const payload = {
      ...basePayload(state, open.user, 'view_closed'),
      view: viewPayload(state, closed),
      is_cleared: cleared,
    };
    await delivery.send({ type: 'interactive', payload });
  }
}

function apply(state: SlackState, open: OpenView, body: unknown): Submitted {
  if (body === undefined || body === null || body === '' || (isObject(body) && Object.keys(body).length === 0)) {
    removeModal(state, open);
    return { result: 'closed', errors: {} };
  }
  if (!isObject(body)) return trouble(state, open, 'the answer is not an object');
  if (body.response_action === 'clear') {
    clearModals(state, open.user);
    return { result: 'cleared', errors: {} };
  }
  if (body.response_action === 'errors') return applyErrors(state, open, body.errors);
  if (body.response_action === 'update' || body.response_action === 'push')
    return applyView(state, open, body.response_action, body.view);
  refuse(state, '/response_action', `unknown response_action: ${String(body.response_action)}`);
  return trouble(state, open, 'unknown response_action');
}

function applyErrors(state: SlackState, open: OpenView, errors: unknown): Submitted {
  const inputs = open.view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const wrong = entries.filter(([id, message]) => !inputs.includes(id) || typeof message !== 'string');
  for (const [id] of wrong) refuse(state, `/errors/${id}`, 'must be a message for the block_id of an input block');
  if (entries.length === 0) refuse(state, '/errors', 'must name at least one block_id');
  if (entries.length === 0 || wrong.length > 0) return trouble(state, open, 'invalid errors');
  return showErrors(state, open, Object.fromEntries(entries.map(([id, message]) => [id, String(message)])), 'errors');
}

function applyView(state: SlackState, open: OpenView, action: 'update' | 'push', view: unknown): Submitted {
  const problems = lintView(view);
  recordProblems(state, `response_action ${action}`, problems);
  if (problems.length > 0) return trouble(state, open, 'invalid view');
  if (action === 'update') {
    replaceView(state, open, view as ViewJson);
    return { result: 'updated', errors: {} };
  }
  if ((state.stacks.get(open.user)?.length ?? 0) >= limits.modalStack) {
    refuse(state, '/response_action', 'push_limit_reached');
    return trouble(state, open, 'push_limit_reached');
  }
  pushModal(state, { user: open.user, view: view as ViewJson });
  return { result: 'pushed', errors: {} };
}

function showErrors(
  state: SlackState,
  open: OpenView,
  errors: Record<string, string>,
  result: 'errors' | 'incomplete',
): Submitted {
  open.errors = errors;
  state.feed.tell({ kind: 'modal', user: open.user });
  return { result, errors: labelled(open, errors) };
}

function trouble(state: SlackState, open: OpenView, reason: string): Submitted {
  open.notice = troubleText;
  state.feed.tell({ kind: 'modal', user: open.user });
  fail(state, open.user, `modal ${open.view.title?.text ?? ''}`, troubleText, reason);
  return { result: 'trouble', errors: {}, notice: troubleText };
}

function refuse(state: SlackState, pointer: string, message: string): void {
  recordProblems(state, 'view_submission answer', [{ pointer, message, code: 'invalid' }]);
}

function responseUrls(state: SlackState, open: OpenView): Record<string, unknown>[] {
  return statefulElements(open.view.blocks).flatMap(({ block, element }) => {
    if (!element.response_url_enabled) return [];
    const value = open.values[block.block_id]?.[element.action_id ?? ''];
    const channel = value?.selected_conversation ?? value?.selected_channel;
    if (typeof channel !== 'string') return [];
    const response_url = issueResponseUrl(state, { user: open.user, channel });
    return [{ block_id: block.block_id, action_id: element.action_id, channel_id: channel, response_url }];
  });
}
