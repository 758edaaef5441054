import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { CampaignError, type FormField } from '../campaign-error.ts';
import { csvRow } from './csv.ts';
import { type Encoding, recogniseEncoding, refuseOtherFiles } from './file-encoding.ts';
import {
  createListReader,
  type ListOptions,
  type ListReader,
  listLimits,
  type ReadList,
  type RejectedLine,
} from './rows.ts';
import { detectTable, explainCsvError, rowOptions, withoutPreamble } from './table.ts';

export type { ListReader, ReadList, RejectedLine };
export { createListReader, detectTable, listLimits };

/**
 * Reads a list from a file's bytes as they arrive, or from pasted text. Gives way to other work after every few hundred
 * rows. Throws a CampaignError when the whole cannot be read; single bad rows are in the result.
 */
export async function readRecipients(
  source: AsyncIterable<Uint8Array> | string,
  options: { country: string },
): Promise<ReadList> {
  if (typeof source === 'string') {
    if (source.length > listLimits.bytes) throw tooLarge('pasted');
    return readPieces(pieces(source), { ...options, field: 'pasted' });
  }
  return readPieces(decoded(await collect(source)), { ...options, field: 'file' });
}

/** The same for a short text, at once. */
export function readRecipientList(text: string, options: ListOptions): ReadList {
  const field = options.field ?? 'pasted';
  const reader = createListReader({ ...options, field });
  const form = detectTable(withoutMark(text));
  const rows = rowOptions(form, reader.push);
  try {
    parseSync(withoutPreamble(text, form), rows);
  } catch (error) {
    throw explainCsvError(error, rows.lastLine(), field);
  }
  return reader.finish();
}

/** All rejected lines as a CSV file. */
export function rejectedCsv(read: Pick<ReadList, 'duplicates' | 'invalid'>): string {
  const lines = [...read.invalid, ...read.duplicates].sort((a, b) => a.line - b.line);
  const rows = lines.map(({ line, value, reason }) => csvRow([String(line), value, reason]));
  return [csvRow(['line', 'value', 'reason']), ...rows, ''].join('\r\n');
}

/** Characters read between two looks at other work. */
const pieceLength = 4_096;

async function readPieces(texts: Iterable<string>, options: ListOptions & { field: FormField }): Promise<ReadList> {
  const reader = createListReader(options);
  const iterator = texts[Symbol.iterator]();
  const first = firstText(iterator);
  const form = detectTable(first);
  const rows = rowOptions(form, reader.push);
  const parser = parse(rows);
  const failed = new Promise<never>((_, reject) => parser.once('error', reject));
  failed.catch(() => {});
  const write = (text: string) =>
    Promise.race([failed, new Promise<void>((resolve) => parser.write(text, 'utf8', () => setImmediate(resolve)))]);

  try {
    for (const piece of pieces(withoutPreamble(first, form))) await write(piece);
    for (let next = iterator.next(); !next.done; next = iterator.next()) await write(next.value);
    await Promise.race([failed, new Promise<void>((resolve) => parser.end(resolve))]);
  } catch (error) {
    throw explainCsvError(error, rows.lastLine(), options.field);
  } finally {
    parser.destroy();
  }
  return reader.finish();
}

function firstText(texts: Iterator<string>): string {
  let text = '';
  while (text.length < 65_536) {
    const next = texts.next();
    if (next.done) break;
    text += next.value;
  }
  return withoutMark(text);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > listLimits.bytes) throw tooLarge('file');
    chunks.push(chunk);
  }
  return chunks;
}

function* decoded(chunks: readonly Uint8Array[]): Generator<string> {
  const head = joinHead(chunks);
  refuseOtherFiles(head);
  const decoder = new TextDecoder(encodingOf(head, chunks));
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += pieceLength) {
      yield decoder.decode(chunk.subarray(at, at + pieceLength), { stream: true });
    }
  }
  yield decoder.decode();
}

function encodingOf(head: Uint8Array, chunks: readonly Uint8Array[]): Encoding {
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    // The last character may be cut off: the end is not checked.
    for (const chunk of chunks) strict.decode(chunk, { stream: true });
    return recogniseEncoding(head, true);
  } catch {
    return recogniseEncoding(head, false);
  }
}

function joinHead(chunks: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(1024);
  let filled = 0;
  for (const chunk of chunks) {
    head.set(chunk.subarray(0, head.length - filled), filled);
    filled = Math.min(head.length, filled + chunk.length);
    if (filled === head.length) break;
  }
  return head.subarray(0, filled);
}

/** Never cut between the two halves of one character. */
function* pieces(text: string): Generator<string> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + pieceLength;
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
    yield text.slice(at, end);
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function tooLarge(field: FormField): CampaignError {
  const most = `${listLimits.bytes / 1_000_000} MB`;
  return new CampaignError('list_too_large', `The list is larger than ${most}. Split it into several.`, field);
}
