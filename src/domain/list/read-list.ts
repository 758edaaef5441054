import { createHash } from 'node:crypto';
import { CampaignError, type FormField } from '../campaign-error.ts';
import { allOf, type Many } from '../many.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { createSourceDecisions, type SourceDecisions } from './columns/decisions.ts';
import { linesIn, peopleIn } from './packed.ts';
import { createPlaces } from './places.ts';
import type { ListReading, RejectedLine } from './reading.ts';
import { createRowReader, type ListOptions, listLimits } from './rows.ts';
import { type PackedRows, summaryOf } from './summary.ts';
import { type Bytes, type DecodedFile, decodeFile } from './text/decode.ts';
import { legacyEncoding } from './text/file-encoding.ts';
import { readTable, type TakeRow } from './text/table.ts';

export { countLinesLeftOut, type LinesLeftOut, rejectedCsv } from './lines-left-out.ts';
export type { ListOptions, RejectedLine };
export { listLimits };

/** A list as understood, packed, with the SHA-256 over its columns, numbers and values (`listHash`). */
export type PackedList = PackedRows & { hash: string };

/** The same for whoever goes through it. */
export type OpenList = Omit<PackedList, Part> & {
  recipients: Many<ListedRecipient & { line: number }>;
  marked: Many<RejectedLine>;
  duplicates: Many<RejectedLine>;
  invalid: Many<RejectedLine>;
};

/** The same with everybody at hand. */
export type ReadList = Omit<PackedList, Part> & {
  recipients: (ListedRecipient & { line: number })[];
  marked: RejectedLine[];
  duplicates: RejectedLine[];
  invalid: RejectedLine[];
};
type Part = 'recipients' | 'marked' | 'duplicates' | 'invalid';

/** A file of a list as its bytes arrive, once. */
export type ArrivingFile = { name: string; bytes: AsyncIterable<Uint8Array> };

/** A file of a list: text in its bytes, or rows of a spreadsheet, which has no encoding. */
export type ListFile = { name: string } & (
  | { bytes: Bytes }
  | {
      /** Tells the number of the last row. */
      eachRow(take: TakeRow, seen: (line: number) => void): Promise<number>;
      /** How many it says that it has. */
      rows?: number;
      /** Where others with rows are not read. */
      sheet?: { name: string; others: number };
    }
);

/** `seen`: told now and then how many lines have been read. */
export type ReadOptions = Omit<ListOptions, 'field'> & { seen?: (lines: number) => void };

/**
 * Reads a list from its files, or from pasted text, and gives way to other work every few hundred rows. Several files are one
 * list, in their order. Throws a CampaignError when the whole is unreadable; single bad rows are in the result.
 */
export async function readPacked(source: readonly ListFile[] | string, options: ReadOptions): Promise<PackedList> {
  if (typeof source !== 'string') return readFiles(source, { ...options, field: 'file' });
  if (source.length > listLimits.bytes) throw tooLarge('pasted', listLimits.megabytes);
  const text: DecodedFile = { texts: () => [source], encoding: null, odd: null };
  return readFiles([{ name: '', text }], { ...options, field: 'pasted' });
}

/** What was packed for another thread, or for later. */
export function opened({ recipients, marked, duplicates, invalid, ...list }: PackedList): OpenList {
  return {
    ...list,
    recipients: peopleIn(recipients),
    marked: linesIn(marked),
    duplicates: linesIn(duplicates),
    invalid: linesIn(invalid),
  };
}

/** The same from a file's bytes as they arrive, with all its people at hand: for lists that are known to be small. */
export async function readRecipients(
  source: readonly ArrivingFile[] | AsyncIterable<Uint8Array> | string,
  options: ReadOptions,
): Promise<ReadList> {
  const files = typeof source === 'string' ? source : await collectAll(source);
  const { recipients, marked, duplicates, invalid, ...list } = opened(await readPacked(files, options));
  return {
    ...list,
    recipients: [...(await allOf(recipients))],
    marked: [...(await allOf(marked))],
    duplicates: [...(await allOf(duplicates))],
    invalid: [...(await allOf(invalid))],
  };
}

async function collectAll(source: readonly ArrivingFile[] | AsyncIterable<Uint8Array>): Promise<ListFile[]> {
  const arriving = Symbol.asyncIterator in source ? [{ name: '', bytes: source }] : source;
  const files: ListFile[] = [];
  for (const { name, bytes } of arriving) {
    const whole = await collectList(bytes);
    files.push({ name, bytes: () => [whole] });
  }
  return files;
}

type Readable = ListFile | { name: string; text: DecodedFile };
type FilesOptions = ReadOptions & { field: FormField };
type PassOptions = FilesOptions & { decisions: SourceDecisions };
/** What is known of a file that was read before: of which country its letters are. */
type Known = { country: string; isRecoded: boolean };

async function readFiles(files: readonly Readable[], options: FilesOptions): Promise<PackedList> {
  const known: Known[] = files.map(() => ({ country: options.country, isRecoded: false }));
  const decisions = createSourceDecisions();
  for (;;) {
    const { list, reads } = await readOnce(files, known, { ...options, decisions });
    if (decisions.areOtherwise(reads.flatMap(({ watch }) => watch ?? []))) continue;
    if (isOtherEncoding(list, reads, known)) continue;
    return list;
  }
}

/** A list's numbers tell best which country its files come from if they are not UTF-8. */
function isOtherEncoding({ reading }: PackedList, reads: readonly FileResult[], known: Known[]): boolean {
  let isAny = false;
  for (const [at, { encoding }] of reads.entries()) {
    const file = known[at]!;
    const country = reading.countries[0]?.country ?? file.country;
    if (!encoding || file.isRecoded || legacyEncoding(country) === encoding) continue;
    known[at] = { country, isRecoded: true };
    isAny = true;
  }
  return isAny;
}

type FileResult = ReturnType<ReturnType<typeof createRowReader>['finish']> & {
  encoding: DecodedFile['encoding'];
  odd: DecodedFile['odd'];
};

async function readOnce(files: readonly Readable[], known: readonly Known[], options: PassOptions) {
  const { country, field, choices = {}, seen = () => {} } = options;
  const places = createPlaces(files.map(({ name }) => name));
  const reads: FileResult[] = [];
  for (const [at, file] of files.entries()) {
    const { country: ofLetters } = known[at]!;
    const before = places.lineOfAll(0);
    const reading = { ...options, places, seen: (line: number) => seen(before + line) };
    try {
      const read = await readFile(file, reading, ofLetters);
      reads.push(read.odd ? { ...read, odd: inAll(read.odd, before) } : read);
    } catch (error) {
      throw files.length > 1 ? inFile(error, file.name) : error;
    }
  }
  const watches = reads.flatMap(({ watch }) => watch ?? []);
  const rows = summaryOf(places, watches, { country, choices, field });
  const { reading } = rows;
  const encoding = reads.find((read) => read.encoding !== null)?.encoding ?? null;
  const list = {
    ...rows,
    reading: { ...reading, notes: [...oddNote(reads), ...reading.notes], encoding },
    hash: hashOf(rows),
  };
  return { list, reads };
}

type FileReading = PassOptions & Pick<Parameters<typeof createRowReader>[0], 'places'>;

async function readFile(file: Readable, options: FileReading, country: string): Promise<FileResult> {
  const reader = createRowReader(options);
  if ('eachRow' in file) {
    const lines = await file.eachRow(reader.push, options.seen ?? (() => {}));
    if (file.sheet) options.places?.note('one_sheet', 1, file.sheet.name, file.sheet.others);
    return { ...reader.finish(lines), encoding: null, odd: null };
  }
  const { texts, encoding, odd } = 'text' in file ? file.text : await decodeFile(file.bytes, country);
  const lines = await readTable(texts, options.field, reader.push, options.seen);
  return { ...reader.finish(lines), encoding, odd };
}

function inAll({ count, first }: NonNullable<DecodedFile['odd']>, before: number): NonNullable<DecodedFile['odd']> {
  return { count, first: { ...first, line: first.line + before } };
}

function oddNote(reads: readonly FileResult[]): ListReading['notes'] {
  const [first, ...others] = reads.flatMap(({ odd }) => odd ?? []);
  if (!first) return [];
  return [{ kind: 'encoding', ...first, count: others.reduce((sum, { count }) => sum + count, first.count) }];
}

/** Packed rows are written as the hash wants them. */
function hashOf({ columns, recipients }: Pick<PackedRows, 'columns' | 'recipients'>): string {
  const hash = createHash('sha256').update(`${JSON.stringify(columns)}\n`);
  for (const piece of recipients.pieces) hash.update(piece);
  return hash.digest('hex');
}

function inFile(refusal: unknown, name: string): unknown {
  if (!(refusal instanceof CampaignError)) return refusal;
  const isEmpty = refusal.code === 'empty_list';
  const sentence = isEmpty
    ? `“${name}” has no recipients. Choose the files again without it.`
    : `“${name}”: ${refusal.message}`;
  return new CampaignError(refusal.code, sentence, refusal.field);
}

/** All bytes of a file. Throws a CampaignError when there are more than a list may have, or than `most` megabytes. */
export async function collectList(
  source: AsyncIterable<Uint8Array>,
  most = listLimits.allMegabytes,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > most * 1024 * 1024) throw tooLarge('file', most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function tooLarge(field: FormField, megabytes: number): CampaignError {
  const sentence = `The list is larger than ${megabytes} MB. Split it into several.`;
  return new CampaignError('list_too_large', sentence, field);
}
