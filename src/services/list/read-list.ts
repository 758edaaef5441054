import {
  type Campaign,
  expectedAudience,
  type ListSummary,
  type SegmentSummary,
  type StoredSource,
} from '../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../domain/campaign/campaign-form.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, PhoneNumber } from '../../domain/ids.ts';
import type { ReadList } from '../../domain/list/read-list.ts';
import type { ListChoices } from '../../domain/list/reading.ts';
import { refuseLongCanned } from '../../domain/measure/canned.ts';
import { measureMessages, refuseLongMessage } from '../../domain/measure/measure.ts';
import { measureThankYous, refuseLongThankYou } from '../../domain/measure/thank-yous.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import type { Deps } from '../deps.ts';
import { leaveOutOf } from './leave-out-of.ts';
import { placesOf } from './places-of.ts';
import { refuseAnsweringGaps, refuseGaps } from './refuse-gaps.ts';
import { everyRecipient } from './stored-list.ts';
import { wordingCount } from './wording.ts';

/** A list's source: a file's bytes as they arrive, with the id to find it again, or pasted text. */
export type ListSource = string | { fileId: string; bytes: AsyncIterable<Uint8Array> };

/** The texts that are filled in from the list. */
type Written = Pick<CampaignContent, 'template' | 'answering' | 'leaveOut' | 'zone' | 'sender'> & { id: CampaignId };

type DraftedList = MeasuredList & { read: ReadList; listSource: StoredSource };

/** `recipients`: with whom the campaign leaves out, to be stored. */
type MeasuredList = { list: ListSummary; segments: SegmentSummary; recipients: readonly ListedRecipient[] };

/** Reads a list for a draft and checks that its texts can be written to everybody on it. */
export async function readListFor(
  deps: Deps,
  written: Written,
  source: ListSource,
  choices: ListChoices,
): Promise<DraftedList> {
  const { lists, settings } = deps;
  const read = await lists.read(typeof source === 'string' ? source : source.bytes, {
    country: settings.country,
    choices,
  });
  const isAsked = read.reading.questions.length > 0;
  if (read.recipients.length === 0 && !isAsked && read.marked.length === 0) throw nobodyLeft(read);
  const measured = await measureList(deps, { list: summaryOf(read), recipients: read.recipients }, written);
  if (isForNobody(measured.list) && !isAsked && read.marked.length === 0) throw nobodyGetsIt(measured.list);
  return {
    ...measured,
    read,
    listSource: typeof source === 'string' ? { kind: 'pasted', text: source } : { kind: 'file', id: source.fileId },
  };
}

/** The list stays, but text, opt-outs and whom it leaves out may have changed: all is checked and measured again. */
export async function keepList(deps: Deps, campaign: Campaign, written: Written): Promise<MeasuredList> {
  const stored = await everyRecipient(deps.store, campaign);
  const recipients = stored.map(({ number, values, line }) => ({
    number,
    values,
    ...(line !== undefined && { line }),
  }));
  return measureList(deps, { list: campaign.list, recipients }, written);
}

/** The same for people who are not read from a source. */
export async function measureList(
  deps: Deps,
  listed: { list: ListSummary; recipients: readonly ListedRecipient[] },
  written: Written,
): Promise<MeasuredList> {
  const { list, recipients: unplaced } = await leaveOutOf(deps, listed, written);
  const { columns, reading } = list;
  const { recipients, unreadPlaces } = await placesOf(columns, unplaced);
  const meant = list.leftOut ? recipients.filter(({ leftOut }) => leftOut === undefined) : recipients;
  const isAsked = (reading?.questions ?? []).length > 0;
  if (!isAsked) await refuseAllGaps(written, { columns, recipients: meant, numbersFrom: reading?.numbersFrom ?? null });
  const optedOut = await deps.store.suppressions.among(numbersOf(meant));
  const { unreadPlaces: _former, ...read } = list;
  const counted = { ...read, optedOut: optedOut.size, ...(unreadPlaces.length > 0 && { unreadPlaces }) };
  if (list.leftOut && isForNobody(counted) && !reading?.marked && !isAsked) throw nobodyGetsIt(counted);
  return {
    list: counted,
    segments: await measureSendable(deps, written, { columns, recipients }),
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
  { columns, recipients }: { columns: readonly string[]; recipients: readonly ListedRecipient[] },
): Promise<SegmentSummary> {
  const segments = await measureMessages(template, columns, recipients, wordingCount(deps, { template, sender }));
  refuseLongMessage(segments);
  const meant = answering ? recipients.filter(({ leftOut }) => leftOut === undefined) : [];
  if (answering) await refuseLongCanned(answering, columns, meant);
  const thankYous = answering && (await measureThankYous(answering, columns, meant));
  if (!thankYous) return segments;
  refuseLongThankYou(thankYous);
  return { ...segments, thankYous };
}

function* numbersOf(recipients: readonly ListedRecipient[]): Generator<PhoneNumber> {
  for (const { number } of recipients) yield number;
}

function summaryOf(read: ReadList): ListSummary {
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
    rejected: read.invalid.slice(0, 5).map(({ line, value, reason }) => ({ line, value, reason })),
  };
}

function nobodyLeft(read: ReadList): CampaignError {
  const [first] = read.invalid;
  const why = first ? ` Line ${first.line}, “${first.value}”: ${first.reason}.` : '';
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
