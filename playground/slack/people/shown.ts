import { type BlockJson, withChildren } from '../block-json.ts';
import { fileObject } from '../files.ts';
import type { Ephemeral, Message, OpenView, SlackState } from '../state.ts';
import { statefulElements, valueField } from '../view-values.ts';
import { labelOf, readable, textOfBlocks } from './text-of.ts';

/** A message as a person sees it. */
export type MessageShown = {
  readonly channel: string;
  readonly ts: string;
  readonly from: string;
  /** All of it as readable text. */
  readonly text: string;
  /** What notifications and screen readers get. */
  readonly fallback: string;
  readonly buttons: readonly string[];
  readonly thread: readonly MessageShown[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly content: string;
  }[];
  readonly reactions: readonly string[];
  readonly edited: boolean;
  readonly broadcast: boolean;
  readonly ephemeral: boolean;
  readonly metadata?: Message['metadata'];
  readonly blocks: readonly BlockJson[];
};

/** A modal or a Home tab as a person sees it. */
export type ViewShown = {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  readonly callbackId: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** What stands in the inputs, by label. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The messages under the inputs, by label. */
  readonly errors: Readonly<Record<string, string>>;
  readonly notice?: string;
  readonly blocks: readonly BlockJson[];
};

export function nameOf(state: SlackState, id: string): string {
  return state.users.get(id)?.real_name ?? state.channels.get(id)?.name ?? state.userGroups.get(id)?.handle ?? id;
}

export function showMessage(state: SlackState, message: Message): MessageShown {
  const replies = state.messages.filter((other) => other.channel === message.channel && other.thread_ts === message.ts);
  return {
    ...shownText(state, message),
    from: nameOf(state, message.user),
    thread: replies.map((reply) => showMessage(state, reply)),
    files: message.files.flatMap((id) => shownFile(state, id)),
    reactions: message.reactions.map(({ name }) => name),
    edited: message.edited,
    broadcast: message.broadcast,
    ephemeral: false,
    metadata: message.metadata,
  };
}

export function showEphemeral(state: SlackState, ephemeral: Ephemeral): MessageShown {
  const rest = { thread: [], files: [], reactions: [], edited: false, broadcast: false };
  return { ...shownText(state, ephemeral), from: nameOf(state, state.app.botUserId), ...rest, ephemeral: true };
}

export function showView(state: SlackState, open: OpenView): ViewShown {
  const { view } = open;
  return {
    id: open.id,
    title: view.title?.text ?? '',
    submit: view.submit?.text ?? '',
    close: view.close?.text ?? '',
    callbackId: view.callback_id ?? '',
    text: textOfBlocks(view.blocks, (id) => nameOf(state, id)),
    buttons: buttonsOf(view.blocks),
    inputs: inputsOf(open),
    errors: labelled(open, open.errors),
    notice: open.notice,
    blocks: view.blocks,
  };
}

/** Puts labels in place of block ids. */
export function labelled(open: OpenView, errors: Readonly<Record<string, string>>): Record<string, string> {
  const label = (id: string) => open.view.blocks.find((block) => block.block_id === id)?.label?.text ?? id;
  return Object.fromEntries(Object.entries(errors).map(([id, message]) => [label(id), message]));
}

function shownText(state: SlackState, { channel, ts, text, blocks }: Message | Ephemeral) {
  const naming = (id: string) => nameOf(state, id);
  const fallback = readable(text, naming);
  return { channel, ts, fallback, text: textOfBlocks(blocks, naming) || fallback, buttons: buttonsOf(blocks), blocks };
}

function shownFile(state: SlackState, id: string) {
  const file = state.files.get(id);
  if (!file) return [];
  const { mimetype } = fileObject(state, file);
  const content = String(mimetype).startsWith('text/')
    ? (file.content?.toString() ?? '')
    : `(${file.declaredBytes} bytes)`;
  return [{ id, name: file.name, title: file.title, content }];
}

function buttonsOf(blocks: readonly BlockJson[]): string[] {
  return withChildren(blocks).flatMap((block) =>
    [block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])].flatMap((element) =>
      element?.type === 'button' ? [labelOf(element)] : [],
    ),
  );
}

function inputsOf(open: OpenView): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const { block, element } of statefulElements(open.view.blocks)) {
    if (block.type !== 'input') continue;
    const value = open.values[block.block_id]?.[element.action_id ?? ''];
    shown[block.label?.text ?? block.block_id] = plainValue(value?.[valueField(element.type) ?? '']);
  }
  return shown;
}

/** An option by its text and a file by its name, as the form shows them. */
function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && typeof value.text === 'object') return Object(value.text).text;
  return 'name' in value ? value.name : value;
}
