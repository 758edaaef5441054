import type { ViewJson } from '../block-json.ts';
import { lintView } from '../lint/lint.ts';
import { recordProblems, type SlackState } from '../state.ts';
import { validTrigger } from '../triggers.ts';
import { findView, openModal, publishHome, pushModal, replaceView, viewPayload } from '../view-stack.ts';
import type { Methods } from './method.ts';
import { type Arguments, json, optional, Refusal, refuseProblems, required } from './refusal.ts';

export const views: Methods = {
  'views.open': {
    run: (state, args) => {
      const view = readView(state, 'views.open', args, 'modal');
      const trigger = validTrigger(state, required(args, 'trigger_id'));
      const place = { user: trigger.user, view, channel: trigger.channel };
      // From within an open modal, Slack lays the new view on top.
      const opened =
        trigger.viewId && findView(state, { id: trigger.viewId })?.kind === 'modal'
          ? pushModal(state, place)
          : openModal(state, place);
      trigger.used = true;
      return { view: viewPayload(state, opened) };
    },
  },
  'views.push': {
    run: (state, args) => {
      const view = readView(state, 'views.push', args, 'modal');
      const trigger = validTrigger(state, required(args, 'trigger_id'));
      if (!trigger.viewId || !findView(state, { id: trigger.viewId })) throw new Refusal('not_found');
      const pushed = pushModal(state, { user: trigger.user, view, channel: trigger.channel });
      trigger.used = true;
      return { view: viewPayload(state, pushed) };
    },
  },
  'views.update': {
    run: (state, args) => {
      const id = optional(args, 'view_id');
      const externalId = optional(args, 'external_id');
      if (!id && !externalId) required(args, 'view_id');
      const open = findView(state, { id, externalId });
      if (!open) throw new Refusal('not_found');
      refuseStaleHash(args, open.hash);
      const view = readView(state, 'views.update', args, open.kind);
      return { view: viewPayload(state, replaceView(state, open, view)) };
    },
  },
  'views.publish': {
    run: (state, args) => {
      const user = required(args, 'user_id');
      if (!state.users.has(user)) throw new Refusal('user_not_found');
      const home = state.homes.get(user);
      if (home) refuseStaleHash(args, home.hash);
      const view = readView(state, 'views.publish', args, 'home');
      return { view: viewPayload(state, publishHome(state, user, view)) };
    },
  },
};

function refuseStaleHash(args: Arguments, current: string): void {
  const hash = optional(args, 'hash');
  if (hash && hash !== current) throw new Refusal('hash_conflict');
}

function readView(state: SlackState, where: string, args: Arguments, kind: 'modal' | 'home'): ViewJson {
  required(args, 'view');
  const view = json(args, 'view', 'invalid_arguments');
  const problems = lintView(view);
  const { type } = (view ?? {}) as { type?: unknown };
  if (problems.length === 0 && type !== kind)
    problems.push({ pointer: '/view/type', message: `must be ${kind}`, code: 'invalid' });
  recordProblems(state, where, problems);
  refuseProblems(problems, 'invalid_arguments');
  return view as ViewJson;
}
