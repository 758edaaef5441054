import type { KnownBlock, RichTextSection } from '@slack/types';
import { audienceSize } from '../../domain/campaign.ts';
import { countryName } from '../../domain/list/cells/country-names.ts';
import { maskPhoneNumber } from '../../domain/phone/phone-number.ts';
import { formatSendingHours } from '../../domain/sending-hours.ts';
import { resumeAt } from '../../domain/throttle.ts';
import type { Preview } from '../../services/campaigns.ts';
import { shown } from '../limits.ts';
import { cut, inert, maskDigits, oneLine } from './inert.ts';
import { howItWasRead, listWarnings, whoGetsIt } from './list-facts.ts';
import { header } from './message.ts';
import { capitalised, count, listed, number, people } from './number-words.ts';
import { senderName } from './sender-name.ts';
import { bullets, lines, quote, richText, type Sentence } from './sentence.ts';

const shownWarnings = 50;

/** Everything that submitting or approving means, the same for author and approver: nothing is left out. */
export function campaignFacts(preview: Preview): KnownBlock[] {
  return [
    header(preview.campaign.name),
    ...warnings(preview),
    richText(titled('Who gets it', whoGetsIt(preview)), leftOutSample(preview)),
    ...howTheListWasRead(preview),
    richText(titled('The message as it was written'), quote(cut(preview.campaign.template, shown.message))),
    ...(isAsked(preview) ? [] : whatItComesTo(preview)),
    richText(titled('Who is responsible', ...whoStandsForIt(preview))),
  ];
}

/** Parts, encoding and price, a sentence each. */
export function sizeAndCost({ campaign, cost }: Preview): Sentence[] {
  const { segments } = campaign;
  const most = segments.most === 1 ? 'Each message is 1 part' : `A message has up to ${count(segments.most, 'part')}`;
  const encoding =
    segments.encoding === 'GSM-7'
      ? 'GSM-7 encoding'
      : 'UCS-2 encoding, because it has characters that a plain SMS cannot carry';
  const parts = `${most} (${encoding}): ${count(segments.total, 'part')} for ${people(audienceSize(campaign))}.`;
  return [[parts], [cost ? costs(cost) : unknownPrice]];
}

const unknownPrice = 'The cost is unknown, because the SMS provider did not tell its price. Every part is billed.';

function costs({ amount, currency, unpriced }: NonNullable<Preview['cost']>): string {
  const price = `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;
  if (unpriced.length === 0) return `It costs about ${price}.`;
  const where = unpriced.slice(0, 3).map(countryName);
  const more = unpriced.length > 3 ? [count(unpriced.length - 3, 'other country', 'other countries')] : [];
  return `It costs about ${price} and what texts to ${listed([...where, ...more])} cost, which is not known.`;
}

/** Before the author has answered what is in doubt about the list, nobody can say how many get it. */
function isAsked({ campaign: { list } }: Preview): boolean {
  return (list.reading?.questions ?? []).length > 0;
}

function whatItComesTo(preview: Preview): KnownBlock[] {
  return [
    ...samples(preview),
    richText(titled('Size and cost', ...sizeAndCost(preview))),
    richText(titled('When', ...when(preview))),
  ];
}

function warnings({ campaign, warnings: known, textedLately }: Preview): KnownBlock[] {
  const sentences: Sentence[] = [
    ...listWarnings(campaign.list),
    ...known.slice(0, shownWarnings).map((warning): Sentence => [cut(warning, shown.reason)]),
  ];
  if (known.length > shownWarnings) sentences.push([`There are ${known.length - shownWarnings} more warnings.`]);
  if (textedLately > 0) {
    const got = textedLately === 1 ? 'has got' : 'have got';
    sentences.push([
      `${people(textedLately)} of the list ${got} a message of another campaign within the last 24 hours.`,
    ]);
  }
  return sentences.length > 0 ? [richText(titled('⚠️ Look at this first'), bullets(sentences))] : [];
}

function howTheListWasRead({ campaign }: Preview): KnownBlock[] {
  const read = howItWasRead(campaign);
  return read ? [richText(titled('How the list was read'), read)] : [];
}

function leftOutSample({ campaign: { list } }: Preview) {
  if (list.rejected.length === 0) return null;
  return bullets(
    list.rejected.map(({ line, value, reason }) => [
      `Line ${number(line)}, `,
      { code: maskDigits(cut(oneLine(value), 40)) || '(empty)' },
      `: ${cut(oneLine(reason), shown.reason)}`,
    ]),
  );
}

function samples({ samples: known }: Preview): KnownBlock[] {
  if (known.length === 0) return [];
  const title = known.length === 1 ? 'As one person will read it' : `As ${known.length} people will read it`;
  return [
    richText(
      titled(title),
      ...known.flatMap((sample) => [
        lines([`To ${maskPhoneNumber(sample.number)}:`]),
        quote(cut(inert(sample.text), shown.message)),
      ]),
    ),
  ];
}

function when({ campaign, forecast, pace }: Preview): Sentence[] {
  const { zone, startAt, throttle } = campaign;
  const { holdAbove } = throttle;
  return [
    [capitalised(pace), '.'],
    startAt ? ['It starts at ', { at: startAt, zone }, '.'] : ['It starts as soon as it is approved.'],
    ['The first batch leaves at ', { at: forecast.firstBatchAt, zone }, '.'],
    ...(forecast.lastBatchAt > forecast.firstBatchAt
      ? [['The last batch leaves at ', { at: forecast.lastBatchAt, zone }, ' if nothing holds it back.'] as Sentence]
      : []),
    [`Messages leave ${formatSendingHours(campaign.hours)}${campaign.hours ? ', and at no other time' : ''}.`],
    [
      holdAbove === null
        ? 'Unanswered replies never hold a batch back.'
        : `The next batch waits while more than ${count(holdAbove, 'reply', 'replies')} are unanswered, and goes on at ${number(resumeAt(holdAbove))}.`,
    ],
  ];
}

function whoStandsForIt({ campaign, contentHash }: Preview): Sentence[] {
  const { createdBy, lastEditedBy, sender, channel } = campaign;
  const edited: Sentence = lastEditedBy === createdBy ? [] : [', last edited by ', { person: lastEditedBy }];
  return [
    ['Written by ', { person: createdBy }, ...edited, '.'],
    [`It is sent from ${senderName(sender)}. Progress and replies appear in `, { channel }, '.'],
    [
      'An approval holds for exactly this content, check code ',
      { code: contentHash.slice(0, 12) },
      ', and for no other.',
    ],
  ];
}

function titled(title: string, ...sentences: readonly Sentence[]): RichTextSection {
  return lines([{ bold: title }], ...sentences);
}
