import { reasonInWords } from '../../phone/reasons.ts';
import type { Table } from '../columns/layout.ts';
import { wordsOf } from '../columns/meaning.ts';
import type { LabelledPair, Source } from '../columns/sources.ts';
import { clean, longestCell } from './cell.ts';
import { labelledPair } from './labelled-pair.ts';
import { type LooseNumber, looseNumbers } from './loose-numbers.ts';
import { nameBeside } from './name-beside.ts';
import { type NumberCell, readNumberCell } from './number-cell.ts';
import { readPlaced } from './placed-number.ts';

/** One person as a row names them, before it is known who is on the list already; people recognise them by `shown`. */
export type Entry = {
  shown: string;
  number: NumberCell;
  values: readonly string[];
  /** The words beside the number are no name. */
  isInSentence?: boolean;
};

/** The number that a row has in the chosen column; a row without one there has none. */
export function rowEntry(row: readonly string[], table: Table, source: Source, home: string): Entry {
  const { raw, refusal } = pick(row, source);
  const shown = raw === '' ? whoseRow(row) : raw;
  const problem = whyUnreadable(row, table.titles.length) ?? refusal;
  if (problem) return { shown, number: { ok: false, reason: problem, isPlain: false }, values: [] };
  return { shown, number: readPlaced(raw, row, table, home), values: valuesOf(row, table, source) };
}

/** The columns whose values can stand in a message: all but the number columns. */
export function valueColumns(table: Table, source: Source): string[] {
  return table.names.filter((_, index) => !isNumberColumn(source, index));
}

/** The people in a row of free text, one for every number-like piece. A name is taken only when it is clear whose it is. */
export function looseEntries(row: readonly string[], named: boolean, home: string): Entry[] {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const read = cells.map((cell) => ({ cell, ...looseNumbers(cell, home) }));
  const count = read.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const whole = cells.join(', ');
  if (count === 0) return [{ shown: whole, number: refused('there is no phone number in this line'), values: [] }];
  const entry = ({ raw, isPart }: LooseNumber, name: string): Entry => ({
    shown: raw,
    number: isPart
      ? refused('it is a part of something else')
      : raw.length > longestCell
        ? refused(tooLong)
        : readNumberCell(raw, home),
    values: named ? [name] : [],
  });
  if (count === 1) {
    const [number] = read.flatMap(({ numbers }) => numbers);
    const words = read.map(({ numbers, after }) => `${numbers[0]?.before ?? ''} ${after}`).join(' ');
    const why = whyNotMeant(words, read.map(({ after }) => after).join(' '));
    if (!number || why) return [{ shown: whole, number: refused(why ?? ''), values: [] }];
    return [{ ...entry(number, nameBeside(words)), shown: whole, isInSentence: isSentence(words) }];
  }
  const takesBefore = isAlternating(read);
  return read.flatMap(({ cell, numbers, after }, index) => {
    if (numbers.length > 1) return severalInCell(cell, numbers, after, entry);
    const [only] = numbers;
    const words = takesBefore ? (read[index - 1]?.cell ?? '') : `${only?.before ?? ''} ${after}`;
    if (!only) return [];
    const why = whyNotMeant(words, after);
    if (why) return [{ shown: cell, number: refused(why), values: [] }];
    return [{ ...entry(only, nameBeside(words)), isInSentence: isSentence(words) }];
  });
}

/** How people recognise a row without a number: its first words. */
function whoseRow(row: readonly string[]): string {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const words = cells.filter((cell) => /\p{L}/u.test(cell) && !cell.includes('@') && cell.length <= 40);
  return words.length > 0 ? words.slice(0, 3).join(', ') : cells.join(', ');
}

/** "but not Cy", "Fax", "Order 2015550114", "ext. 12": why the words beside a number exclude it; undefined when they do not. */
function whyNotMeant(words: string, behind: string): string | undefined {
  const all = wordsOf(words);
  const shown = words.replace(/\s+/g, ' ').trim().slice(0, 30);
  if (all.some((word) => negations.has(word))) return `the words beside it may say not to: “${shown}”`;
  if (all.some((word) => unfitLabels.has(word)) || (all.length > 0 && all.every((word) => /^[fhwo]$/.test(word)))) {
    return `it is marked as “${shown}”`;
  }
  if (all.slice(-3).some((word) => idWords.has(word))) return `it looks like a number of something else: “${shown}”`;
  return /^\W{0,3}(?:x|ext|extension|durchwahl|poste) ?\.? ?\d/i.test(behind) ? reasonInWords('extension') : undefined;
}

const negations = new Set(
  `not except without dont don doesnt never remove removed wrong old former opted unsubscribed unsubscribe deceased nicht ausser
  ohne kein keine sauf sans pas excepto menos tranne eccetto senza niet behalve zonder oprocz bez exceto sem кроме`.split(
    /\s+/,
  ),
);
const unfitLabels = new Set(
  `fax telefax home work office business landline emergency pager mom mum dad mother father parent wife husband spouse kin
  festnetz geschaftlich dienstlich buro arbeit notfall domicile travail bureau fixe fijo oficina trabajo ufficio lavoro`.split(
    /\s+/,
  ),
);
const idWords = new Set(
  `order invoice customer account acct id tracking ticket case policy contract reference ref serial kundennr kundennummer
  bestellung rechnung commande facture pedido factura ordine fattura`.split(/\s+/),
);

function isSentence(words: string): boolean {
  return wordsOf(words).length > 2 && nameBeside(words) === '';
}

/** Several numbers between two commas: each has its own name, or none has one, or nobody knows whose they are. */
function severalInCell(
  cell: string,
  numbers: readonly LooseNumber[],
  after: string,
  entry: (number: LooseNumber, name: string) => Entry,
): Entry[] {
  const before = numbers.map((number) => nameBeside(number.before));
  const behind = [...before.slice(1), nameBeside(after)];
  const all = [before[0], ...behind];
  if (all.every((name) => name === '')) {
    return numbers.map((number, index) => {
      const why = whyNotMeant(number.before, numbers[index + 1]?.before ?? after);
      if (why) return { shown: number.raw, number: refused(why), values: [] };
      return { ...entry(number, ''), isInSentence: isSentence(number.before) };
    });
  }
  const names = [before, behind].find(
    (side) => side.every((name) => name !== '') && all.filter(Boolean).length === numbers.length,
  );
  if (names) {
    return numbers.map((number, index) => {
      const why = whyNotMeant(names[index] ?? '', '');
      return why ? { shown: number.raw, number: refused(why), values: [] } : entry(number, names[index] ?? '');
    });
  }
  return [{ shown: cell, number: refused('there are several numbers beside a name; give each a line'), values: [] }];
}

const tooLong = `a cell has more than ${longestCell.toLocaleString('en-US')} characters`;

function refused(reason: string): NumberCell {
  return { ok: false, reason, isPlain: false };
}

function whyUnreadable(row: readonly string[], width: number): string | undefined {
  if (row.some((cell) => cell.length > longestCell)) return tooLong;
  if (row.slice(width).every((cell) => cell.trim() === '')) return undefined;
  return `the row has ${row.length} cells instead of ${width}; put quotation marks around text with commas`;
}

function pick(row: readonly string[], { columns, title }: Source): { raw: string; refusal?: string } {
  if (columns.kind === 'labelled') return pickLabelled(row, columns.pairs);
  const raw = clean(row[columns.index] ?? '');
  const isOneOfMany = row.filter((cell) => cell.trim() !== '').length > 0;
  return raw === '' && isOneOfMany
    ? { raw, refusal: `there is no number under “${title || `column ${columns.index + 1}`}”` }
    : { raw };
}

function pickLabelled(row: readonly string[], pairs: readonly LabelledPair[]): { raw: string; refusal?: string } {
  const meant = labelledPair(row, pairs);
  if (meant) return { raw: clean(row[meant.value] ?? '') };
  const found = pairs
    .map(({ label, value }) => ({ label: clean(row[label] ?? ''), raw: clean(row[value] ?? '') }))
    .filter(({ raw }) => raw !== '');
  const labels = found.map(({ label }) => label.replace(/^\* /, ''));
  return {
    raw: found[0]?.raw ?? '',
    refusal: labels.length > 0 ? `no mobile number, only ${labels.join(' and ')}` : 'there is no phone number',
  };
}

function valuesOf(row: readonly string[], { titles }: Table, source: Source): string[] {
  const values: string[] = [];
  for (let index = 0; index < titles.length; index++) {
    if (!isNumberColumn(source, index)) values.push(clean(row[index] ?? ''));
  }
  return values;
}

function isNumberColumn({ columns }: Source, index: number): boolean {
  return columns.kind === 'one'
    ? columns.index === index
    : columns.pairs.some(({ label, value }) => label === index || value === index);
}

/** "Ada, 2015550101, Bob, 2015550102": each name stands before its number. */
function isAlternating(read: readonly { numbers: readonly unknown[] }[]): boolean {
  return read.length % 2 === 0 && read.every(({ numbers }, index) => numbers.length === index % 2);
}
