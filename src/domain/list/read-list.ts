import { CampaignError, type FormField } from '../campaign-error.ts';
import { createTurns } from '../turns.ts';
import type { SourceChoice } from './columns/sources.ts';
import { csvRow } from './csv.ts';
import { listHashInTurns } from './hash.ts';
import type { RejectedLine } from './reading.ts';
import { createRowReader, type ListOptions, type ListRows, listLimits } from './rows.ts';
import { type DecodedFile, decodeFile } from './text/decode.ts';
import { legacyEncoding } from './text/file-encoding.ts';
import { readTable } from './text/table.ts';

export type { ListOptions, RejectedLine };
export { listLimits };

/** A list as understood, with the SHA-256 over its columns, numbers and values (`listHash`). */
export type ReadList = ListRows & { hash: string };

/**
 * Reads a list from a file's bytes as they arrive, or from pasted text, and gives way to other work every few hundred
 * rows. Throws a CampaignError when the whole is unreadable; single bad rows are in the result.
 */
export async function readRecipients(
  source: AsyncIterable<Uint8Array> | string,
  options: Omit<ListOptions, 'field'>,
): Promise<ReadList> {
  if (typeof source === 'string') {
    if (source.length > listLimits.bytes) throw tooLarge('pasted');
    return readText({ text: source, encoding: null, odd: null }, { ...options, field: 'pasted' });
  }
  const bytes = await collectList(source);
  const inFile = { ...options, field: 'file' as const };
  const list = await readText(await decodeFile(bytes, options.country), inFile);
  if (!list.reading.encoding) return list;
  // A file's numbers tell best which country it comes from if it is not UTF-8.
  const country = list.reading.countries[0]?.country ?? options.country;
  if (legacyEncoding(country) === list.reading.encoding) return list;
  return readText(await decodeFile(bytes, country), inFile);
}

/** Lines of a list that nobody gets a message for. */
export type LinesLeftOut = Pick<ReadList, 'duplicates' | 'invalid' | 'marked'> & {
  /** By the campaign's own rules. */
  leftOut: readonly RejectedLine[];
};

export function countLinesLeftOut({ invalid, duplicates, marked, leftOut }: LinesLeftOut): number {
  return invalid.length + duplicates.length + marked.length + leftOut.length;
}

/** All of them as a CSV file. */
export async function rejectedCsv({ invalid, duplicates, marked, leftOut }: LinesLeftOut): Promise<string> {
  const lines = [...invalid, ...duplicates, ...marked, ...leftOut].sort((a, b) => a.line - b.line);
  const turns = createTurns();
  let csv = `${csvRow(['line', 'value', 'reason'])}\r\n`;
  for (const { line, value, reason } of lines) {
    if (turns.areDue()) await turns.give();
    csv += `${csvRow([String(line), value, reason])}\r\n`;
  }
  return csv;
}

async function readText(file: DecodedFile, options: ListOptions & { field: FormField }): Promise<ReadList> {
  const read = async (decided?: SourceChoice) => {
    const reader = createRowReader({ ...options, ...(decided && { decided }) });
    await readTable(file.text, options.field, reader.push);
    return reader.finish();
  };
  const first = await read();
  const { rows } = first.otherwise ? await read(first.otherwise) : first;
  const { reading } = rows;
  const notes = file.odd ? [{ kind: 'encoding' as const, ...file.odd }, ...reading.notes] : reading.notes;
  return {
    ...rows,
    reading: { ...reading, notes, encoding: file.encoding },
    hash: await listHashInTurns(rows.columns, rows.recipients),
  };
}

/** All bytes of a file. Throws a CampaignError when there are more than a list may have. */
export async function collectList(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > listLimits.bytes) throw tooLarge('file');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(field: FormField): CampaignError {
  const sentence = `The list is larger than ${listLimits.megabytes} MB. Split it into several.`;
  return new CampaignError('list_too_large', sentence, field);
}
