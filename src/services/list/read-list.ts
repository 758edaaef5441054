import type { Campaign, ListSummary, SegmentSummary, StoredSource } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { PhoneNumber } from '../../domain/ids.ts';
import type { ReadList } from '../../domain/list/read-list.ts';
import type { ListChoices } from '../../domain/list/reading.ts';
import { measureMessages, refuseLongMessage } from '../../domain/measure/measure.ts';
import { checkTemplate, numberColumnProblem, parseTemplate } from '../../domain/message/template.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import type { Deps } from '../deps.ts';
import { everyRecipient } from './stored-list.ts';

/** A list's source: a file's bytes as they arrive, with the id to find it again, or pasted text. */
export type ListSource = string | { fileId: string; bytes: AsyncIterable<Uint8Array> };

type DraftedList = { read: ReadList; list: ListSummary; segments: SegmentSummary; listSource: StoredSource };

/** Reads a list for a draft and checks that the message can be written to everybody on it. */
export async function readListFor(
  { store, lists, settings }: Deps,
  template: string,
  source: ListSource,
  choices: ListChoices,
): Promise<DraftedList> {
  const read = await lists.read(typeof source === 'string' ? source : source.bytes, {
    country: settings.country,
    choices,
  });
  const isAsked = read.reading.questions.length > 0;
  if (read.recipients.length === 0 && !isAsked && read.marked.length === 0) throw nobodyLeft(read);
  if (!isAsked) await refuseGaps(template, read.columns, read.recipients, read.reading.numbersFrom);

  const optedOut = await store.suppressions.among(numbersOf(read.recipients));
  const isNobodyNew = read.recipients.length > 0 && optedOut.size >= read.recipients.length;
  if (isNobodyNew && !isAsked && read.marked.length === 0) throw everybodyOptedOut();
  return {
    read,
    list: summaryOf(read, optedOut.size),
    segments: await measureSendable(template, read.columns, read.recipients),
    listSource: typeof source === 'string' ? { kind: 'pasted', text: source } : { kind: 'file', id: source.fileId },
  };
}

/** The list stays, but text and opt-outs may have changed: both are checked and measured against the stored recipients. */
export async function keepList(
  { store }: Deps,
  campaign: Campaign,
  template: string,
): Promise<Pick<DraftedList, 'list' | 'segments'>> {
  const recipients = await everyRecipient(store, campaign);
  const { columns } = campaign.list;
  const { reading } = campaign.list;
  if ((reading?.questions ?? []).length === 0)
    await refuseGaps(template, columns, recipients, reading?.numbersFrom ?? null);
  const optedOut = await store.suppressions.among(numbersOf(recipients));
  const list = { ...campaign.list, optedOut: optedOut.size };
  return { list, segments: await measureSendable(template, columns, recipients) };
}

async function measureSendable(...messages: Parameters<typeof measureMessages>): Promise<SegmentSummary> {
  const segments = await measureMessages(...messages);
  refuseLongMessage(segments);
  return segments;
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

async function refuseGaps(
  text: string,
  columns: readonly string[],
  recipients: readonly ListedRecipient[],
  numbersFrom: string | null,
): Promise<void> {
  const template = parseTemplate(text);
  const repeated = numberColumnProblem(template, columns, numbersFrom === null ? [] : [numbersFrom]);
  if (repeated) throw new CampaignError('number_placeholder', repeated, 'message');
  const { unknown, missing } = await checkTemplate(template, columns, recipients);
  if (unknown.length > 0) throw unknownPlaceholder(unknown[0] ?? '', columns);
  const [gap] = missing;
  if (!gap) return;
  const where =
    gap.firstLines.length > 0 ? ` (${gap.count === 1 ? 'line' : 'first lines:'} ${gap.firstLines.join(', ')})` : '';
  const sentence = `${gap.count} ${gap.count === 1 ? 'recipient has' : 'recipients have'} no ${gap.name}${where}. Complete the list, or give a fallback such as {{${gap.name}|there}}.`;
  throw new CampaignError('missing_value', sentence, 'message');
}

const shownColumns = 12;

function unknownPlaceholder(name: string, columns: readonly string[]): CampaignError {
  const shown = columns.slice(0, shownColumns).map((column) => `{{${column}}}`);
  const more = columns.length > shownColumns ? ` and ${columns.length - shownColumns} more` : '';
  const known = columns.length > 0 ? `The list has ${shown.join(', ')}${more}.` : 'The list has numbers only.';
  const sentence = `The message uses {{${name}}}, but the list has no such column. ${known} Change the message, or give a fallback such as {{${name}|there}}.`;
  return new CampaignError('unknown_placeholder', sentence, 'message');
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
