import type { ElementJson } from '../block-json.ts';
import { fileObject, uploadByPerson } from '../files.ts';
import type { SlackState } from '../state.ts';
import { valueField } from '../view-values.ts';
import { optionsOf } from './text-of.ts';

export type PickedFile = {
  readonly name: string;
  readonly content: string | Buffer;
};

/** What a person may enter: text, a number, option texts, names of people or channels, dates, files; null empties. */
export type Entry = string | number | boolean | Date | null | PickedFile | readonly (string | PickedFile)[];

type Value = { type: string; [field: string]: unknown };

/** Turns what a person enters into the element's value; throws where Slack's own client would not let them. */
export function enteredValue(state: SlackState, user: string, element: ElementJson, entry: Entry): Value {
  const field = valueField(element.type);
  if (!field) throw new Error(`Nothing can be entered into a ${element.type}.`);
  const several = element.type.startsWith('multi_') || element.type === 'checkboxes' || element.type === 'file_input';
  if (entry === null || entry === false) return { type: element.type, [field]: several ? [] : null };
  const entries = Array.isArray(entry) ? entry : [entry];
  if (several) {
    refuseTooMany(element, entries.length);
    return { type: element.type, [field]: entries.map((one) => single(state, user, element, one)) };
  }
  if (entries.length !== 1) throw new Error(`A ${element.type} takes one value.`);
  return { type: element.type, [field]: single(state, user, element, entries[0]) };
}

function single(state: SlackState, user: string, element: ElementJson, entry: Entry): unknown {
  const kind = element.type.replace('multi_', '');
  if (kind === 'file_input') return pickFile(state, user, element, entry);
  if (kind === 'static_select' || kind === 'radio_buttons' || kind === 'checkboxes') return option(element, entry);
  if (kind === 'users_select') return person(state, String(entry));
  if (kind === 'conversations_select' || kind === 'channels_select')
    return conversation(state, user, element, String(entry));
  if (kind === 'datetimepicker') return seconds(entry);
  if (kind === 'datepicker') return dated(entry, /^\d{4}-\d\d-\d\d$/, 'YYYY-MM-DD');
  if (kind === 'timepicker') return dated(entry, /^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');
  if (kind === 'rich_text_input') return paragraph(String(entry));
  if (kind === 'external_select')
    throw new Error('The options of an external_select come from the app: use suggest().');
  return oneLine(element, String(entry));
}

function option(element: ElementJson, entry: Entry): unknown {
  const options = optionsOf(element);
  const found = options.find((one) => one.text.text === entry) ?? options.find((one) => one.value === entry);
  if (entry === true && options.length === 1) return options[0];
  if (found) return found;
  throw new Error(
    `There is no option "${String(entry)}"; there are: ${options.map((one) => one.text.text).join(', ')}`,
  );
}

function person(state: SlackState, entry: string): string {
  const bare = entry.replace(/^@/, '').toLowerCase();
  const users = [...state.users.values()].filter((user) => !user.deleted);
  const found = users.find((user) => user.id === entry || user.name === bare || user.real_name.toLowerCase() === bare);
  if (found) return found.id;
  throw new Error(`There is no person "${entry}".`);
}

function conversation(state: SlackState, user: string, element: ElementJson, entry: string): string {
  const bare = entry.replace(/^#/, '');
  // A private channel shows up only for its members.
  const seen = [...state.channels.values()].filter(
    (one) => !one.is_archived && (!one.is_private || one.members.has(user)),
  );
  const allowed = seen.filter((one) => {
    if (element.type.includes('channels_select')) return !one.is_private;
    const kind = one.im ? 'im' : one.is_private ? 'private' : 'public';
    return element.filter?.include?.includes(kind) ?? true;
  });
  const found = allowed.find((one) => one.id === entry || (!one.im && one.name === bare));
  if (found) return found.id;
  throw new Error(
    `There is no conversation "${entry}" to choose; there are: ${allowed.map((one) => one.name).join(', ')}`,
  );
}

function pickFile(state: SlackState, user: string, element: ElementJson, entry: Entry): unknown {
  if (typeof entry !== 'object' || entry === null || !('content' in entry))
    throw new Error('A file input takes { name, content }.');
  const ending = entry.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (element.filetypes && !element.filetypes.includes(ending))
    throw new Error(`${entry.name} cannot be chosen: only ${element.filetypes.join(', ')} files.`);
  return fileObject(state, uploadByPerson(state, user, entry));
}

function refuseTooMany(element: ElementJson, count: number): void {
  const most = element.type === 'file_input' ? (element.max_files ?? 10) : element.max_selected_items;
  if (most !== undefined && count > most) throw new Error(`Only ${most} can be chosen here.`);
}

function seconds(entry: Entry): number {
  const at =
    entry instanceof Date
      ? entry.getTime() / 1000
      : typeof entry === 'number'
        ? entry
        : Date.parse(String(entry)) / 1000;
  if (!Number.isFinite(at)) throw new Error(`"${String(entry)}" is not a point in time.`);
  // The picker shows minutes.
  return Math.floor(at / 60) * 60;
}

function dated(entry: Entry, pattern: RegExp, written: string): string {
  if (!pattern.test(String(entry))) throw new Error(`"${String(entry)}" is not written as ${written}.`);
  return String(entry);
}

function oneLine(element: ElementJson, entry: string): string | null {
  if (element.type === 'plain_text_input' && !element.multiline && /[\r\n]/.test(entry))
    throw new Error('A line break cannot be typed into a field of one line.');
  const most = element.type === 'plain_text_input' ? (element.max_length ?? 3000) : 3000;
  if (entry.length > most) throw new Error(`Only ${most} characters can be typed here.`);
  return entry === '' ? null : entry;
}

function paragraph(text: string): unknown {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}
