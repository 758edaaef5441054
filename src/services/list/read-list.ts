import {
  type Campaign,
  expectedAudience,
  type ListSummary,
  type SegmentSummary,
  type StoredSource,
} from '../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../domain/campaign/campaign-form.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { OpenList } from '../../domain/list/read-list.ts';
import { type ListChoices, lineInWords, type RejectedLine } from '../../domain/list/reading.ts';
import { type Many, mapMany, piecesOf, someOf } from '../../domain/many.ts';
import { refuseLongCanned } from '../../domain/measure/canned.ts';
import { measureMessages, refuseLongMessage } from '../../domain/measure/measure.ts';
import { measureThankYous, refuseLongThankYou } from '../../domain/measure/thank-yous.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import { createTurns } from '../../domain/turns.ts';
import type { Deps } from '../deps.ts';
import { leaveOutOf } from './leave-out-of.ts';
import { placesOf } from './places-of.ts';
import { refuseAnsweringGaps, refuseGaps } from './refuse-gaps.ts';
import { storedPeople } from './stored-list.ts';
import { wordingCount } from './wording.ts';

/** A file's bytes as they arrive, with the id to find it again, and its name where several are one list. */
export type SourceFile = { fileId: string; name?: string; bytes: AsyncIterable<Uint8Array> };

/** A list's source: a file or several, or pasted text. */
export type ListSource = string | SourceFile | { files: readonly SourceFile[] };

/** Told how many lines have been read, of about how many; null: they were all, and are measured and stored now. */
export type ReadingProgress = (lines: number, about: number | null) => void;

/** How far the reading is, and what ends it; `storing`: asked when nothing is left to be done but to store it. Throws if it is to end. */
export type ReadingWatch = {
  progress?: ReadingProgress;
  signal?: AbortSignal;
  storing?: () => void;
};

/** The texts that are filled in from the list. */
type Written = Pick<CampaignContent, 'template' | 'answering' | 'leaveOut' | 'zone' | 'sender'> & { id: CampaignId };

type DraftedList = MeasuredList & { read: OpenList; listSource: StoredSource };

/** `recipients`: with whom the campaign leaves out, to be stored. */
type MeasuredList = { list: ListSummary; segments: SegmentSummary; recipients: Many<ListedRecipient> };

/** Reads a list for a draft and checks that its texts can be written to everybody on it. */
export async function readListFor(
  deps: Deps,
  written: Written,
  source: ListSource,
  choices: ListChoices,
  watch?: ReadingWatch,
): Promise<DraftedList> {
  try {
    return await readGiven(deps, written, source, choices, watch);
  } catch (refusal) {
    // What is wrong with a list stands where it was given.
    if (!(refusal instanceof CampaignError) || refusal.field !== 'file' || typeof source !== 'string') throw refusal;
    throw new CampaignError(refusal.code, refusal.message, 'pasted');
  }
}

async function readGiven(
  deps: Deps,
  written: Written,
  source: ListSource,
  choices: ListChoices,
  { storing, ...watch }: ReadingWatch = {},
): Promise<DraftedList> {
  const { lists, settings } = deps;
  const given = typeof source === 'string' ? source : filesOf(source);
  const arriving = typeof given === 'string' ? given : given.map(({ name = '', bytes }) => ({ name, bytes }));
  const read = await lists.read(arriving, { ...watch, country: settings.country, choices });
  watch.progress?.(read.rows, null);
  const isAsked = read.reading.questions.length > 0;
  if (read.recipients.length === 0 && !isAsked && read.marked.length === 0) {
    throw nobodyLeft(read, await firstLinesOf(read.invalid, 1));
  }
  const list = summaryOf(read, await firstLinesOf(read.invalid, 5));
  const measured = await measureList(deps, { list, recipients: read.recipients }, written);
  if (isForNobody(measured.list) && !isAsked && read.marked.length === 0) throw nobodyGetsIt(measured.list);
  storing?.();
  return {
    ...measured,
    read,
    listSource: typeof given === 'string' ? { kind: 'pasted', text: given } : storedSource(given),
  };
}

export function filesOf(source: Exclude<ListSource, string>): readonly SourceFile[] {
  return 'files' in source ? source.files : [source];
}

export function storedSource([only, ...others]: readonly SourceFile[]): StoredSource {
  if (others.length === 0) return { kind: 'file', id: only!.fileId };
  return { kind: 'files', files: [only!, ...others].map(({ fileId, name = '' }) => ({ id: fileId, name })) };
}

/** The list stays, but text, opt-outs and whom it leaves out may have changed: all is checked and measured again. */
export async function keepList(deps: Deps, campaign: Campaign, written: Written): Promise<MeasuredList> {
  const recipients = mapMany(storedPeople(deps.store, campaign), ({ number, values, line }) => ({
    number,
    values,
    ...(line !== undefined && { line }),
  }));
  return measureList(deps, { list: campaign.list, recipients }, written);
}

/** The same for people who are not read from a source. */
export async function measureList(
  deps: Deps,
  listed: { list: ListSummary; recipients: Many<ListedRecipient> },
  written: Written,
): Promise<MeasuredList> {
  const { list, recipients: unplaced } = await leaveOutOf(deps, listed, written);
  const { columns, reading } = list;
  const { recipients, unreadPlaces } = await placesOf(columns, unplaced);
  const meant = list.leftOut ? meantOf(recipients, list.leftOut) : recipients;
  const isAsked = (reading?.questions ?? []).length > 0;
  if (!isAsked) {
    const [numbersFrom, files] = [reading?.numbersFrom ?? null, reading?.files];
    await refuseAllGaps(written, { columns, recipients: meant, numbersFrom, files });
  }
  const optedOut = await countOptedOut(deps, meant);
  const { unreadPlaces: _former, ...read } = list;
  const counted = { ...read, optedOut, ...(unreadPlaces.length > 0 && { unreadPlaces }) };
  if (list.leftOut && isForNobody(counted) && !reading?.marked && !isAsked) throw nobodyGetsIt(counted);
  return {
    list: counted,
    segments: await measureSendable(deps, written, { columns, recipients, meant }),
    recipients,
  };
}

async function refuseAllGaps({ template, answering }: Written, listed: Parameters<typeof refuseGaps>[1]) {
  await refuseGaps(template, listed);
  if (answering) await refuseAnsweringGaps(answering, listed);
}

async function measureSendable(
  deps: Deps,
  { template, sender, answering }: Written,
  {
    columns,
    recipients,
    meant,
  }: { columns: readonly string[] } & Record<'recipients' | 'meant', Many<ListedRecipient>>,
): Promise<SegmentSummary> {
  const segments = await measureMessages(template, columns, recipients, wordingCount(deps, { template, sender }));
  refuseLongMessage(segments);
  if (answering) await refuseLongCanned(answering, columns, meant);
  const thankYous = answering && (await measureThankYous(answering, columns, meant));
  if (!thankYous) return segments;
  refuseLongThankYou(thankYous);
  return { ...segments, thankYous };
}

function meantOf(recipients: Many<ListedRecipient>, leftOut: number): Many<ListedRecipient> {
  return someOf(recipients, recipients.length - leftOut, (one) => one.leftOut === undefined);
}

async function countOptedOut({ store }: Pick<Deps, 'store'>, people: Many<ListedRecipient>): Promise<number> {
  const turns = createTurns();
  let optedOut = 0;
  for await (const piece of piecesOf(people)) {
    // Each piece is too short for a turn of its own.
    if (turns.areDue()) await turns.give();
    optedOut += (await store.suppressions.among(piece.map(({ number }) => number))).size;
  }
  return optedOut;
}

async function firstLinesOf(lines: Many<RejectedLine>, most: number): Promise<RejectedLine[]> {
  for await (const piece of piecesOf(lines)) return piece.slice(0, most);
  return [];
}

function summaryOf(read: OpenList, first: readonly RejectedLine[]): ListSummary {
  return {
    size: read.recipients.length,
    columns: read.columns,
    hash: read.hash,
    duplicates: read.duplicates.length,
    invalid: read.invalid.length,
    optedOut: 0,
    marked: read.marked.length,
    waiting: read.waiting,
    reading: read.reading,
    ...(read.agreed && { agreed: read.agreed }),
    rejected: first.map(({ line, value, reason }) => ({ line, value, reason })),
  };
}

function nobodyLeft(read: OpenList, [first]: readonly RejectedLine[]): CampaignError {
  const line = first && lineInWords(first.line, read.reading.files);
  const why = first ? ` ${line?.replace('l', 'L')}, “${first.value}”: ${first.reason}.` : '';
  const sentence = `None of the ${read.rows} lines has a phone number that can get texts.${why} Write numbers with their country code, such as +12015550123.`;
  return new CampaignError('nobody_left', sentence, 'file');
}

function isForNobody(list: ListSummary): boolean {
  return list.size > 0 && expectedAudience({ list }) <= 0;
}

function nobodyGetsIt({ leftOut }: ListSummary): CampaignError {
  if (leftOut) {
    const sentence =
      'Everybody on this list is left out (Leave out, More settings) or has opted out. Change one of the two.';
    return new CampaignError('everybody_left_out', sentence, 'file');
  }
  return new CampaignError('everybody_opted_out', 'Everybody on this list has opted out. Give another list.', 'file');
}
