import { randomBytes } from 'node:crypto';
import { Refusal } from './api/refusal.ts';
import type { ViewJson } from './block-json.ts';
import { limits } from './lint/limits.ts';
import { type OpenView, type SlackState, withBlockIds } from './state.ts';
import { valuesFor } from './view-values.ts';

type NewModal = {
  readonly user: string;
  readonly view: ViewJson;
  readonly channel?: string;
};

/** Opens a first modal; whatever modal of the app the person had open goes away. */
export function openModal(state: SlackState, { user, view, channel }: NewModal): OpenView {
  refuseDuplicate(state, view);
  const opened = newView(state, user, view, { kind: 'modal', previousId: null, channel });
  state.stacks.set(user, [opened]);
  state.feed.tell({ kind: 'modal', user });
  return opened;
}

/** Lays a modal on top of the person's open ones; three fit. */
export function pushModal(state: SlackState, { user, view, channel }: NewModal): OpenView {
  const stack = state.stacks.get(user) ?? [];
  const top = stack.at(-1);
  if (!top) throw new Refusal('not_found');
  if (stack.length >= limits.modalStack) throw new Refusal('push_limit_reached');
  refuseDuplicate(state, view);
  const pushed = newView(state, user, view, {
    kind: 'modal',
    previousId: top.id,
    rootId: top.rootId,
    channel: channel ?? top.channel,
  });
  state.stacks.set(user, [...stack, pushed]);
  state.feed.tell({ kind: 'modal', user });
  return pushed;
}

/** Replaces what a view shows; inputs whose ids stay keep what the person entered. */
export function replaceView(state: SlackState, open: OpenView, view: ViewJson): OpenView {
  refuseDuplicate(state, view, open.id);
  const blocks = withBlockIds(state, view.blocks);
  open.view = { ...view, blocks };
  open.values = valuesFor(blocks, open.values, open.channel);
  open.hash = newHash(state);
  open.errors = {};
  open.notice = undefined;
  state.feed.tell({ kind: open.kind, user: open.user });
  return open;
}

export function publishHome(state: SlackState, user: string, view: ViewJson): OpenView {
  const before = state.homes.get(user);
  if (before) return replaceView(state, before, view);
  refuseDuplicate(state, view);
  const home = newView(state, user, view, { kind: 'home', previousId: null });
  state.homes.set(user, home);
  state.feed.tell({ kind: 'home', user });
  return home;
}

export function topModal(state: SlackState, user: string): OpenView | undefined {
  return state.stacks.get(user)?.at(-1);
}

/** Takes one modal off the stack, with everything that lies on it. */
export function removeModal(state: SlackState, open: OpenView): void {
  const stack = state.stacks.get(open.user) ?? [];
  const at = stack.indexOf(open);
  if (at < 0) return;
  state.stacks.set(open.user, stack.slice(0, at));
  state.feed.tell({ kind: 'modal', user: open.user });
}

export function clearModals(state: SlackState, user: string): void {
  state.stacks.set(user, []);
  state.feed.tell({ kind: 'modal', user });
}

export function findView(state: SlackState, by: { id?: string; externalId?: string }): OpenView | undefined {
  return allViews(state).find((open) => (by.id ? open.id === by.id : open.view.external_id === by.externalId));
}

/** A view as Slack sends it in answers and payloads. */
export function viewPayload(state: SlackState, open: OpenView): Record<string, unknown> {
  const { view } = open;
  return {
    id: open.id,
    team_id: state.team.id,
    type: open.kind,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: open.values },
    hash: open.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: open.previousId,
    root_view_id: open.rootId,
    app_id: state.app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: state.team.id,
    bot_id: state.app.botId,
  };
}

type NewViewPlace = {
  readonly kind: 'modal' | 'home';
  readonly previousId: string | null;
  readonly rootId?: string;
  readonly channel?: string;
};

function newView(state: SlackState, user: string, view: ViewJson, place: NewViewPlace): OpenView {
  const id = state.nextId('V');
  const blocks = withBlockIds(state, view.blocks);
  return {
    id,
    user,
    rootId: place.rootId ?? id,
    kind: place.kind,
    previousId: place.previousId,
    channel: place.channel,
    view: { ...view, blocks },
    values: valuesFor(blocks, {}, place.channel),
    hash: newHash(state),
    errors: {},
  };
}

function newHash(state: SlackState): string {
  return `${Math.floor(state.clock.now() / 1000)}.${randomBytes(4).toString('hex')}`;
}

function refuseDuplicate(state: SlackState, view: ViewJson, exceptId?: string): void {
  if (!view.external_id) return;
  const other = findView(state, { externalId: view.external_id });
  if (other && other.id !== exceptId) throw new Refusal('duplicate_external_id');
}

function allViews(state: SlackState): OpenView[] {
  return [...[...state.stacks.values()].flat(), ...state.homes.values()];
}
