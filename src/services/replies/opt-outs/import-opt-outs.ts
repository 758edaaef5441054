import { isOver } from '../../../domain/campaign/campaign-status.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { Instant, UserId } from '../../../domain/ids.ts';
import { csvRow } from '../../../domain/list/csv.ts';
import type { OptOutFile, OptOutLine } from '../../../domain/list/opt-outs/read-opt-outs.ts';
import { collectList, listLimits, type RejectedLine } from '../../../domain/list/read-list.ts';
import { importedFrom, type Suppression } from '../../../domain/reply/suppression.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { Deps } from '../../deps.ts';

/** A file as it arrives; it is fetched when its turn has come. */
export type OptOutSource = { name: string; bytes: AsyncIterable<Uint8Array> };

export const importLimits = { files: 10, lines: 1_000_000 } as const;

/** What came of an import: everybody counted here is durable. */
export type ImportedOptOuts = {
  /** People who were not opted out before. */
  added: number;
  /** Numbers of people who were opted out already, or stand in the files twice. */
  known: number;
  refused: readonly (RejectedLine & { file: string })[];
  files: readonly (Pick<OptOutFile, 'numbersFrom' | 'unread' | 'oddDates'> & { name: string })[];
  /** Files that could not be read at all, and why. */
  problems: readonly { name: string; sentence: string }[];
};

/** In one event of the store: each is bounded, and other changes have their turn in between. */
const atOnce = 2_000;

/**
 * Opts out everybody in the files, one file after the other. Each piece is durable before the next: after a crash the
 * same files, imported again, do the rest and change nothing else. Throws a CampaignError when no file can be read.
 */
export async function importOptOuts(
  deps: Deps,
  sources: readonly OptOutSource[],
  by: UserId,
): Promise<ImportedOptOuts> {
  refuseCount(sources.length);
  const { files, problems } = await fetchAll(sources);
  const found = {
    added: 0,
    known: 0,
    refused: [] as ImportedOptOuts['refused'][number][],
    files: [] as ImportedOptOuts['files'][number][],
  };
  for (const { name, bytes } of files) {
    const read = await orProblem(problems, name, () =>
      deps.lists.readOptOuts(bytes, { country: deps.settings.country, now: deps.clock.now() }),
    );
    if (!read) continue;
    const stored = await storeAll(deps, read.optOuts, { name, by });
    found.added += stored.added;
    found.known += stored.known;
    for (const line of read.refused) found.refused.push({ ...line, file: name });
    const { numbersFrom, unread, oddDates } = read;
    found.files.push({ name, numbersFrom, unread, oddDates });
  }
  if (found.files.length === 0) throw problems[0]!.error;
  deps.log.info({ by, files: found.files.length, added: found.added, known: found.known }, 'Opt-outs were imported');
  for (const { id, status } of await deps.store.campaigns.list()) if (!isOver(status)) deps.announcer.refresh(id);
  return { ...found, problems: problems.map(({ name, error }) => ({ name, sentence: error.message })) };
}

type Problem = { name: string; error: CampaignError };

/** The lines of all are counted before anything is done. */
async function fetchAll(sources: readonly OptOutSource[]) {
  const files: { name: string; bytes: Uint8Array }[] = [];
  const problems: Problem[] = [];
  let lines = 0;
  for (const { name, bytes } of sources) {
    const all = await orProblem(problems, name, () => collectList(bytes, listLimits.megabytes));
    if (!all) continue;
    files.push({ name, bytes: all });
    lines += await countLines(all);
  }
  if (lines > importLimits.lines) throw tooManyLines();
  return { files, problems };
}

async function orProblem<T>(problems: Problem[], name: string, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    problems.push({ name, error });
    return undefined;
  }
}

async function countLines(bytes: Uint8Array): Promise<number> {
  const turns = createTurns();
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    lines += 1;
    if (lines % 1_000 === 0 && turns.areDue()) await turns.give();
  }
  return lines;
}

async function storeAll(
  { store, clock }: Deps,
  lines: readonly OptOutLine[],
  { name, by }: { name: string; by: UserId },
): Promise<{ added: number; known: number }> {
  const at = clock.now().toISOString();
  const sources = new Map<string, string>();
  const stored = { added: 0, known: 0 };
  for (let from = 0; from < lines.length; from += atOnce) {
    const some = lines.slice(from, from + atOnce).map((line) => {
      const source = sources.get(line.source) ?? importedFrom(name, line.source);
      // Many lines have the same few: one string serves all of them.
      if (sources.size < 1_000) sources.set(line.source, source);
      return suppressionOf(line, { source, by, at });
    });
    const { added, known } = await store.suppressions.addMany(some);
    stored.added += added;
    stored.known += known + (some.length - added - known);
  }
  return stored;
}

function suppressionOf(line: OptOutLine, { source, by, at }: { source: string; by: UserId; at: Instant }): Suppression {
  return {
    number: line.number,
    kind: 'opted_out',
    at: line.at ?? at,
    ...(line.at === undefined && { undated: true as const }),
    source,
    ...(line.isReassigned && { because: 'reassigned' as const }),
    ...(line.words !== '' && { words: { said: line.words, by, at } }),
  };
}

/** Every line that was not understood, as a CSV file to go through. */
export async function refusedOptOutsCsv({ refused }: Pick<ImportedOptOuts, 'refused'>): Promise<string> {
  const turns = createTurns();
  let csv = `${csvRow(['file', 'line', 'value', 'reason'])}\r\n`;
  for (const { file, line, value, reason } of refused) {
    if (turns.areDue()) await turns.give();
    csv += `${csvRow([file, String(line), value, reason])}\r\n`;
  }
  return csv;
}

function refuseCount(files: number): void {
  if (files === 0) throw new CampaignError('no_list', 'Choose the CSV files with the opt-outs.', 'file');
  if (files <= importLimits.files) return;
  throw new CampaignError('too_many_files', `Choose at most ${importLimits.files} files at a time.`, 'file');
}

function tooManyLines(): CampaignError {
  const most = importLimits.lines.toLocaleString('en-US');
  const sentence = `The files have more than ${most} lines together. Nothing was imported: choose some now and the others afterwards.`;
  return new CampaignError('list_too_long', sentence, 'file');
}
