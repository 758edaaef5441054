import type { Campaign, ListSummary, SegmentSummary, StoredSource } from '../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../domain/campaign/campaign-form.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { PhoneNumber } from '../../domain/ids.ts';
import type { ReadList } from '../../domain/list/read-list.ts';
import type { ListChoices } from '../../domain/list/reading.ts';
import { refuseLongCanned } from '../../domain/measure/canned.ts';
import { measureMessages, refuseLongMessage } from '../../domain/measure/measure.ts';
import { measureThankYous, refuseLongThankYou } from '../../domain/measure/thank-yous.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import type { Deps } from '../deps.ts';
import { refuseAnsweringGaps, refuseGaps } from './refuse-gaps.ts';
import { everyRecipient } from './stored-list.ts';

/** A list's source: a file's bytes as they arrive, with the id to find it again, or pasted text. */
export type ListSource = string | { fileId: string; bytes: AsyncIterable<Uint8Array> };

/** The texts that are filled in from the list. */
type Written = Pick<CampaignContent, 'template' | 'answering'>;

type DraftedList = { read: ReadList; list: ListSummary; segments: SegmentSummary; listSource: StoredSource };

/** Reads a list for a draft and checks that its texts can be written to everybody on it. */
export async function readListFor(
  { store, lists, settings }: Deps,
  written: Written,
  source: ListSource,
  choices: ListChoices,
): Promise<DraftedList> {
  const read = await lists.read(typeof source === 'string' ? source : source.bytes, {
    country: settings.country,
    choices,
  });
  const isAsked = read.reading.questions.length > 0;
  if (read.recipients.length === 0 && !isAsked && read.marked.length === 0) throw nobodyLeft(read);
  if (!isAsked) await refuseAllGaps(written, { ...read, numbersFrom: read.reading.numbersFrom });

  const optedOut = await store.suppressions.among(numbersOf(read.recipients));
  const isNobodyNew = read.recipients.length > 0 && optedOut.size >= read.recipients.length;
  if (isNobodyNew && !isAsked && read.marked.length === 0) throw everybodyOptedOut();
  return {
    read,
    list: summaryOf(read, optedOut.size),
    segments: await measureSendable(written, read.columns, read.recipients),
    listSource: typeof source === 'string' ? { kind: 'pasted', text: source } : { kind: 'file', id: source.fileId },
  };
}

/** The list stays, but text and opt-outs may have changed: both are checked and measured against the stored recipients. */
export async function keepList(deps: Deps, campaign: Campaign, written: Written): Promise<MeasuredList> {
  return measureList(deps, { list: campaign.list, recipients: await everyRecipient(deps.store, campaign) }, written);
}

type MeasuredList = Pick<DraftedList, 'list' | 'segments'>;

/** The same for people who are not read from a source. */
export async function measureList(
  { store }: Deps,
  { list, recipients }: { list: ListSummary; recipients: readonly ListedRecipient[] },
  written: Written,
): Promise<MeasuredList> {
  const { columns, reading } = list;
  if ((reading?.questions ?? []).length === 0)
    await refuseAllGaps(written, { columns, recipients, numbersFrom: reading?.numbersFrom ?? null });
  const optedOut = await store.suppressions.among(numbersOf(recipients));
  return {
    list: { ...list, optedOut: optedOut.size },
    segments: await measureSendable(written, columns, recipients),
  };
}

async function refuseAllGaps({ template, answering }: Written, listed: Parameters<typeof refuseGaps>[1]) {
  await refuseGaps(template, listed);
  if (answering) await refuseAnsweringGaps(answering, listed);
}

async function measureSendable(
  { template, answering }: Written,
  columns: readonly string[],
  recipients: readonly ListedRecipient[],
): Promise<SegmentSummary> {
  const segments = await measureMessages(template, columns, recipients);
  refuseLongMessage(segments);
  if (answering) await refuseLongCanned(answering, columns, recipients);
  const thankYous = answering && (await measureThankYous(answering, columns, recipients));
  if (!thankYous) return segments;
  refuseLongThankYou(thankYous);
  return { ...segments, thankYous };
}

function* numbersOf(recipients: readonly ListedRecipient[]): Generator<PhoneNumber> {
  for (const { number } of recipients) yield number;
}

function summaryOf(read: ReadList, optedOut: number): ListSummary {
  return {
    size: read.recipients.length,
    columns: read.columns,
    hash: read.hash,
    duplicates: read.duplicates.length,
    invalid: read.invalid.length,
    optedOut,
    marked: read.marked.length,
    waiting: read.waiting,
    reading: read.reading,
    rejected: read.invalid.slice(0, 5).map(({ line, value, reason }) => ({ line, value, reason })),
  };
}

function nobodyLeft(read: ReadList): CampaignError {
  const [first] = read.invalid;
  const why = first ? ` Line ${first.line}, “${first.value}”: ${first.reason}.` : '';
  const sentence = `None of the ${read.rows} lines has a phone number that can get texts.${why} Write numbers with their country code, such as +12015550123.`;
  return new CampaignError('nobody_left', sentence, 'file');
}

function everybodyOptedOut(): CampaignError {
  return new CampaignError('everybody_opted_out', 'Everybody on this list has opted out. Give another list.', 'file');
}
