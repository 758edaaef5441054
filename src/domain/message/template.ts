import { CampaignError } from '../campaign-error.ts';
import { columnName } from '../list/columns/column-names.ts';
import { type Many, piecesOf } from '../many.ts';
import { plainText } from '../plain-text.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { createTurns } from '../turns.ts';

export { lintTemplate, lintText } from './template-lint.ts';

export type Placeholder = { name: string; fallback?: string };

/** A message cut into fixed text and placeholders. */
export type Template = { parts: readonly (string | Placeholder)[] };

/** Longer messages are refused: ten segments and more. */
const longestMessage = 1600;

/** Reads `{{first_name}}` and `{{first_name|there}}`; names are written like columns, in any case. */
export function parseTemplate(text: string): Template {
  if (text.trim() === '') throw badTemplate('The message is empty. Write what people should read.');
  if (text.length > longestMessage) {
    throw badTemplate(`The message has ${text.length} characters; shorten it to ${longestMessage}.`);
  }
  const parts: (string | Placeholder)[] = [];
  let at = 0;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', at)) {
    const end = text.indexOf('}}', open);
    if (end < 0) throw badTemplate(`“${shorten(text.slice(open))}” is not closed. Write it like {{first_name}}.`);
    if (open > at) parts.push(fixedText(text.slice(at, open)));
    parts.push(readPlaceholder(text.slice(open + 2, end)));
    at = end + 2;
  }
  if (at < text.length) parts.push(fixedText(text.slice(at)));
  return { parts };
}

/** Each placeholder once, in the order of the text. */
export function placeholders(template: Template): Placeholder[] {
  const byName = new Map<string, Placeholder>();
  for (const part of template.parts) {
    if (typeof part !== 'string' && !byName.has(part.name)) byName.set(part.name, part);
  }
  return [...byName.values()];
}

export type Rendered = { ok: true; text: string } | { ok: false; missing: string };

/** The message as one person reads it. Values are data: placeholders inside them are never read. */
export function renderMessage(template: Template, columns: readonly string[], values: readonly string[]): Rendered {
  let text = '';
  for (const part of template.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const filled = filledIn(part, columns, values);
    if (filled === undefined) return { ok: false, missing: part.name };
    text += filled;
  }
  return { ok: true, text };
}

type TemplateCheck = {
  /** Placeholders without a fallback that are empty for some people; `firstLines`: the first of their lines in the file. */
  missing: { name: string; count: number; firstLines: number[] }[];
  /** Placeholders without a fallback and without a column. */
  unknown: string[];
  /** People whose filled-in message would be too long. */
  tooLong: { count: number; firstLines: number[] };
};

/** Can the message be written to everybody on the list? */
export async function checkTemplate(
  template: Template,
  columns: readonly string[],
  recipients: Many<Pick<ListedRecipient, 'values' | 'line'>>,
): Promise<TemplateCheck> {
  const needed = template.parts.filter(
    (part) => typeof part !== 'string' && part.fallback === undefined,
  ) as Placeholder[];
  const unknown = [...new Set(needed.map(({ name }) => name).filter((name) => !columns.includes(name)))];
  const missing = new Map<string, { name: string; count: number; firstLines: number[] }>();
  const tooLong = { count: 0, firstLines: [] as number[] };
  const known = { parts: template.parts.filter((part) => typeof part === 'string' || !unknown.includes(part.name)) };
  const turns = createTurns();
  let place = 0;
  const look = ({ values, line = place }: Pick<ListedRecipient, 'values' | 'line'>): void => {
    const rendered = renderMessage(known, columns, values);
    if (rendered.ok) {
      if (rendered.text.length > longestMessage) note(tooLong, line);
      return;
    }
    const entry = missing.get(rendered.missing) ?? { name: rendered.missing, count: 0, firstLines: [] };
    note(entry, line);
    missing.set(rendered.missing, entry);
  };
  for await (const piece of piecesOf(recipients)) {
    for (const recipient of piece) {
      if (turns.areDue()) await turns.give();
      place += 1;
      look(recipient);
    }
  }
  return { missing: [...missing.values()], unknown, tooLong };
}

/**
 * Why a placeholder cannot be filled from the column of its name: the column holds the numbers, which are nobody's
 * value. Undefined when there is none; a fallback is used as everywhere.
 */
export function numberColumnProblem(
  template: Template,
  columns: readonly string[],
  numberColumns: readonly string[],
  what = 'message',
): string | undefined {
  const taken = new Set(numberColumns.map(columnName));
  const repeated = placeholders(template).find(
    ({ name, fallback }) => fallback === undefined && taken.has(name) && !columns.includes(name),
  );
  if (!repeated) return undefined;
  return `{{${repeated.name}}} is the column that the numbers come from. Take it out of the ${what}.`;
}

/** Names each placeholder without a column and what everybody reads in its place. */
export function unfilledPlaceholders(
  text: string,
  { columns, size }: { columns: readonly string[]; size: number },
): string[] {
  if (size === 0) return [];
  return placeholders(parseTemplate(text)).flatMap(({ name, fallback }) => {
    if (fallback === undefined || columns.includes(name)) return [];
    const reads = fallback === '' ? 'nothing there' : `“${fallback}”`;
    const known = columns.slice(0, 6).map((column) => `{{${column}}}`);
    const others =
      columns.length > 0 ? ` The list has ${known.join(', ')}${columns.length > 6 ? ' and more' : ''}.` : '';
    return [`The list has no column ${name}, so everybody reads ${reads}.${others}`];
  });
}

function readPlaceholder(inside: string): Placeholder {
  if (inside.includes('{')) {
    throw badTemplate(`“{{${shorten(inside)}” has braces inside braces. Write it like {{first_name}}.`);
  }
  const bar = inside.indexOf('|');
  const name = columnName(bar < 0 ? inside : inside.slice(0, bar));
  if (name === '') throw badTemplate(`“{{${shorten(inside)}}}” names nothing. Write it like {{first_name}}.`);
  return bar < 0 ? { name } : { name, fallback: inside.slice(bar + 1).trim() };
}

function fixedText(text: string): string {
  if (!text.includes('}}')) return text;
  throw badTemplate('“}}” stands without a “{{” before it. Write placeholders like {{first_name}}.');
}

function filledIn(placeholder: Placeholder, columns: readonly string[], values: readonly string[]): string | undefined {
  const index = columns.indexOf(placeholder.name);
  const value = plainText(index < 0 ? '' : (values[index] ?? ''));
  return value === '' ? placeholder.fallback : value;
}

function note(entry: { count: number; firstLines: number[] }, line: number): void {
  entry.count += 1;
  if (entry.firstLines.length < 5 && !entry.firstLines.includes(line)) entry.firstLines.push(line);
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

function badTemplate(sentence: string): CampaignError {
  return new CampaignError('bad_template', sentence, 'message');
}

/** A campaign's text as one person reads it; `values` are theirs, in the order of the list's columns. */
export function messageFor(
  campaign: { template: string; list: { columns: readonly string[] } },
  { values }: { values: readonly string[] },
): Rendered {
  return renderMessage(parseTemplate(campaign.template), campaign.list.columns, values);
}
