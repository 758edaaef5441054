import type { OpenView, SlackState } from '../state.ts';
import { type Entry, enteredValue } from './enter-value.ts';
import { type Found, findButton, findByIds, findMenus } from './find-element.ts';
import { act, actionOn, chosenValue, type Desk, type Outcome, type Source } from './interaction.ts';
import { nameOf } from './shown.ts';
import { suggestedOption } from './suggestions.ts';
import { active } from './whereabouts.ts';

export type ActOptions = {
  /** Text above the element meant, where several are alike. */
  readonly near?: string;
  /** The person's answer to a confirm dialog; default: yes. After a no, nothing is sent. */
  readonly confirm?: boolean;
};

/** Presses the button with those words on a message or a view. */
export async function pressOn(
  desk: Desk,
  user: string,
  source: Source,
  words: string,
  options: ActOptions = {},
): Promise<Outcome> {
  const naming = (id: string) => nameOf(desk.state, id);
  return use(desk, user, source, findButton(blocksOf(source), words, naming, options.near), undefined, options);
}

/** Picks from the first menu or picker outside the inputs that takes the entry. */
export async function pickOn(
  desk: Desk,
  user: string,
  source: Source,
  entry: Entry,
  options: ActOptions = {},
): Promise<Outcome> {
  const menus = findMenus(blocksOf(source), (id) => nameOf(desk.state, id), options.near);
  const { found, value } = menuFor(desk.state, user, menus, entry);
  return use(desk, user, source, found, value, options);
}

/** Uses an element by its ids: enters into an input, presses a button, picks from a menu. */
export async function useById(
  desk: Desk,
  user: string,
  source: Source,
  ids: { blockId: string; actionId: string },
  entry?: Entry,
): Promise<Outcome> {
  const found = findByIds(blocksOf(source), ids.blockId, ids.actionId);
  if (found.block.type === 'input' && 'open' in source) return enter(desk, source.open, found, entry ?? null);
  const value = entry === undefined ? undefined : menuFor(desk.state, user, [found], entry).value;
  return use(desk, user, source, found, value, {});
}

/** Sets an input; one with dispatch_action tells the app at once. */
export async function enter(desk: Desk, open: OpenView, found: Found, entry: Entry): Promise<Outcome> {
  const { state } = desk;
  const { block, element } = found;
  const external = element.type === 'external_select' && typeof entry === 'string';
  const value: Value = external
    ? { type: element.type, selected_option: await suggestedOption(desk, open, found, entry) }
    : enteredValue(state, open.user, element, entry);
  setValue(open, found, value);
  delete open.errors[block.block_id];
  state.feed.tell({ kind: open.kind, user: open.user });
  if (!block.dispatch_action) return { ok: true };
  return act(desk, open.user, { open }, actionOn(state, block.block_id, element, chosenValue(value)));
}

type Value = { type: string; [field: string]: unknown };

async function use(
  desk: Desk,
  user: string,
  source: Source,
  found: Found,
  value: Value | undefined,
  options: ActOptions,
): Promise<Outcome> {
  const { block, element } = found;
  if (element.confirm && options.confirm === false) return { ok: true };
  if (value && 'open' in source) setValue(source.open, found, value);
  return act(
    desk,
    active(desk.state, user),
    source,
    actionOn(desk.state, block.block_id, element, value ? chosenValue(value) : {}),
  );
}

function setValue(open: OpenView, { block, element }: Found, value: Value): void {
  if (value.type === 'overflow') return;
  const inBlock = { ...open.values[block.block_id], [element.action_id ?? '']: value };
  open.values = { ...open.values, [block.block_id]: inBlock };
}

function menuFor(
  state: SlackState,
  user: string,
  menus: readonly Found[],
  entry: Entry,
): { found: Found; value: Value } {
  const refusals: string[] = [];
  for (const found of menus) {
    const { element } = found;
    try {
      if (element.type !== 'overflow') return { found, value: enteredValue(state, user, element, entry) };
      const asSelect = enteredValue(state, user, { ...element, type: 'static_select' }, entry);
      return { found, value: { ...asSelect, type: 'overflow' } };
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(refusals.join(' ') || 'There is no menu here.');
}

function blocksOf(source: Source) {
  if ('open' in source) return source.open.view.blocks;
  return 'message' in source ? source.message.blocks : source.ephemeral.blocks;
}
