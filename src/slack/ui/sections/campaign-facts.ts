import type { Button, KnownBlock, RichTextSection } from '@slack/types';
import { keySentWith } from '../../../domain/api-key.ts';
import { abroadInWords } from '../../../domain/campaign/abroad.ts';
import { type Campaign, writersOf } from '../../../domain/campaign/campaign.ts';
import { countryName } from '../../../domain/list/cells/country-names.ts';
import { momentBeside } from '../../../domain/moment.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, words } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { cut, inert, oneLine } from '../parts/inert.ts';
import { header } from '../parts/message.ts';
import { bullets, fact, lines, quote, richText, type Sentence } from '../parts/sentence.ts';
import { count, listed, number, people } from '../words/number-words.ts';
import { senderName } from '../words/sender-name.ts';
import { betterPaceRow, when } from './foretold-facts.ts';
import { howItWasRead, leftOutSample, listWarnings, whoGetsIt } from './list-facts.ts';
import { textProblems } from './rules/text-problems.ts';

const shownWarnings = 50;

/** Everything that submitting or approving means, the same for author and approver: nothing is left out. */
export function campaignFacts(preview: Preview): KnownBlock[] {
  const { campaign } = preview;
  const isKnown = !isAsked(preview) && campaign.list.size > 0;
  const comesTo = isKnown ? [cost(preview), ...when(preview)] : [];
  return [
    header(campaign.name),
    ...warnings(preview),
    richText(
      lines(...whoGetsIt(preview)),
      leftOutSample(campaign),
      howItWasRead(campaign, { areCountriesTold: isKnown && preview.places.length > 1 }),
      lines(...comesTo, ...whoStandsForIt(preview)),
    ),
    ...betterPaceRow(preview),
    ...(isKnown ? placeFields(preview) : []),
    richText(lines([{ bold: 'Message:' }]), quote(cut(campaign.template, shown.message))),
    ...(isKnown ? samples(preview) : []),
  ];
}

/** "Cost: about 94.40 EUR, 1,180 segments, 1 to 2 a message" */
export function cost({ campaign, cost: price, audience }: Pick<Preview, 'campaign' | 'cost' | 'audience'>): Sentence {
  const { segments } = campaign;
  // Whoever writes START before their turn gets it, too; whom the rules leave out may live elsewhere.
  const most = audience.optedOut + (audience.ruledOut ?? 0) > 0 ? 'at most ' : '';
  const size = `${count(segments.total, 'segment')}${howLong(segments)}`;
  const money = price ? `${costs(price, most)}, ` : `unknown, the SMS provider did not tell its price; ${most}`;
  return fact('Cost', [`${money}${size}`, ...thankYous({ campaign, cost: price }), ...whyCostly(campaign)].join('. '));
}

/** "Thank-yous: up to 240 segments more, about 19.20 EUR": each person gets one at most, at the price of their message. */
function thankYous({ campaign: { segments }, cost: price }: Pick<Preview, 'campaign' | 'cost'>): string[] {
  const more = segments.thankYous?.total ?? 0;
  if (more === 0) return [];
  const isPriced = price && price.unpriced.length === 0 && segments.total > 0;
  const much = isPriced ? `, about ${money((price.amount * more) / segments.total, price.currency)}` : '';
  return [`Thank-yous: up to ${count(more, 'segment')} more${much}`];
}

/** Nothing where each message is one segment, or its figure and that of the people would be the same. */
function howLong({ costs: lengths = [], most }: Campaign['segments']): string {
  const least = lengths[0]?.segments ?? 1;
  if (most === 1) return '';
  return least === most ? `, ${number(most)} a message` : `, ${number(least)} to ${number(most)} a message`;
}

/** Letters that plain SMS does not have make a message cost more: whose, and which. */
function whyCostly({ segments }: Campaign): string[] {
  const { costly, encoding, plainer } = segments;
  if (costly) {
    const { letters, example, more, people: whose } = costly;
    const where = example && !letters.includes(example) ? ` in “${cut(oneLine(example), 30)}”` : '';
    const much = more === undefined ? 'more' : `${count(more, 'segment')} more`;
    return [
      `${count(whose, 'message')} ${whose === 1 ? 'costs' : 'cost'} ${much}, because of ${listed(letters)}${where}`,
    ];
  }
  return encoding === 'UCS-2' && !plainer
    ? ['Some messages have letters that plain SMS does not, so that a segment holds 70 characters and not 160']
    : [];
}

/** What texts cost, as far as the prices are known. */
export function costs({ amount, currency, unpriced }: NonNullable<Preview['cost']>, atMost: string): string {
  const price = `${atMost}about ${money(amount, currency)}`;
  if (unpriced.length === 0) return price;
  const where = unpriced.slice(0, 3).map(countryName);
  const more = unpriced.length > 3 ? [count(unpriced.length - 3, 'other country', 'other countries')] : [];
  return `${price}, plus texts to ${listed([...where, ...more])} (price not known)`;
}

function money(amount: number, currency: string): string {
  return `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;
}

/** Slack shows ten fields at most. */
const mostPlaces = 9;

/** People, segments and cost of each country, when there is more than one. */
function placeFields({ places, cost, audience }: Preview): KnownBlock[] {
  if (places.length < 2) return [];
  const rest = places.slice(mostPlaces);
  const field = (title: string, text: string) => words(`${title}: ${text}`, 200);
  const fields = places.slice(0, mostPlaces).map((place) => {
    const price = place.cost === null || !cost ? 'price unknown' : money(place.cost, cost.currency);
    return field(countryName(place.country), `${people(place.people)}, ${count(place.segments, 'segment')}, ${price}`);
  });
  const others = rest.reduce((sum, place) => sum + place.people, 0);
  if (rest.length > 0) fields.push(field(count(rest.length, 'other country', 'other countries'), people(others)));
  const also = [
    ...(audience.optedOut > 0 ? ['of those who opted out'] : []),
    ...((audience.ruledOut ?? 0) > 0 ? ['of those who never get it'] : []),
  ];
  const everybody = richText(lines([`By country, also ${also.join(' and ')}:`]));
  return [...(also.length > 0 ? [everybody] : []), { type: 'section', fields }];
}

/** Opens every message of the list, page by page. */
export function showMessagesButton({ id, list }: Campaign): Button | null {
  if (list.size === 0) return null;
  const value = writeButtonValue({ on: 'messages', campaignId: id, page: 0 });
  return button({ label: 'Show all messages', action: actions.showMessages, value });
}

/** Before the author has answered what is in doubt about the list, nobody can say how many get it. */
function isAsked({ campaign: { list } }: Preview): boolean {
  return (list.reading?.questions ?? []).length > 0;
}

function warnings(preview: Preview): KnownBlock[] {
  const { campaign, warnings: known, abroad, needsAdmin } = preview;
  const sentences: Sentence[] = [
    ...(abroad.length > 0 && !isAsked(preview)
      ? [
          [
            `${needsAdmin ? 'An admin has to submit or approve this: the' : 'The'} list has ${abroadInWords(abroad)}.`,
          ] as Sentence,
        ]
      : []),
    ...(campaign.consent?.how === 'bought'
      ? [[{ bold: 'It cannot be submitted: ' }, 'carriers ban bought and rented lists.'] as Sentence]
      : []),
    ...textProblems(preview),
    ...oddMessages(campaign),
    ...listWarnings(campaign.list),
    ...plainerText(campaign),
    ...known.slice(0, shownWarnings).map((warning): Sentence => [cut(warning, shown.reason)]),
  ];
  if (known.length > shownWarnings) sentences.push([`There are ${known.length - shownWarnings} more warnings.`]);
  sentences.push(...textedElsewhere(preview));
  return sentences.length > 0 ? [richText(titled('⚠️ Check first'), bullets(sentences))] : [];
}

/** The list can say what nobody wrote into the message. */
function oddMessages({ segments: { odd } }: Campaign): Sentence[] {
  if (!odd) return [];
  const quoted = (hosts: readonly string[] = [], more = 0) =>
    listed([...hosts.map((host) => `“${cut(oneLine(host), 60)}”`), ...(more > 0 ? [count(more, 'other')] : [])]);
  const { doubtful = 0 } = odd;
  const found = [
    odd.links > 0 && `${count(odd.links, 'message')} with a link to ${quoted(odd.hosts, odd.moreHosts)}`,
    doubtful > 0 && `${count(doubtful, 'message')} with what may be a link, such as ${quoted(odd.doubtfulHosts)}`,
    odd.numbers > 0 && `${count(odd.numbers, 'message')} with a long number`,
    odd.long > 0 && `${count(odd.long, 'message')} made mostly of the list’s words`,
    odd.garbled && `${count(odd.garbled, 'message')} with garbled letters, such as ${quoted([odd.garbledWord ?? ''])}`,
  ].filter((part) => typeof part === 'string');
  const again = odd.garbled ? ' Save a garbled list as “CSV UTF-8” and give it again.' : '';
  return [[`The list adds what the text does not say: ${listed(found)}. Show all messages begins with them.${again}`]];
}

function plainerText({ segments: { plainer } }: Campaign): Sentence[] {
  if (!plainer) return [];
  const letters = plainer.letters.map((char) => (char.trim() === '' ? 'a special space' : char)).join(' ');
  return [
    [
      `${letters} in the message cost ${count(plainer.saved, 'segment')} more, for ${people(plainer.people)}. Plain characters say the same.`,
    ],
  ];
}

function textedElsewhere({ textedLately, alsoWaiting }: Preview): Sentence[] {
  const sentences: Sentence[] = [];
  if (textedLately > 0) {
    sentences.push([`${people(textedLately)} got another campaign in the last day.`]);
  }
  if (alsoWaiting.people > 0) {
    const named = alsoWaiting.campaigns.slice(0, 3).map(({ name }) => `“${cut(oneLine(name), 40)}”`);
    const more = alsoWaiting.campaigns.length - named.length;
    const others = more > 0 ? [...named, count(more, 'other')] : named;
    const wait = alsoWaiting.people === 1 ? 'waits' : 'wait';
    sentences.push([`${people(alsoWaiting.people)} of the list also ${wait} for ${listed(others)}.`]);
  }
  return sentences;
}

/** None where everybody reads the text as it was written. */
function samples({ samples: known, campaign: { template } }: Preview): KnownBlock[] {
  if (known.every(({ text, isLeftOut }) => text === template && !isLeftOut)) return [];
  return [
    richText(
      ...known.flatMap((sample) => [
        lines([
          `${maskPhoneNumber(sample.number)}${sample.isLeftOut ? `, who ${sample.byRule ? 'is left out' : 'opted out'}` : ''}:`,
        ]),
        quote(cut(inert(sample.text), shown.message)),
      ]),
    ),
  ];
}

function whoStandsForIt(preview: Preview): Sentence[] {
  const { campaign, forecast } = preview;
  const { createdBy, sender, channel } = campaign;
  const editors = writersOf(campaign).filter((writer) => writer !== createdBy);
  const edited = editors.flatMap((editor, no): Sentence => [no === 0 ? ', edited by ' : ', ', { person: editor }]);
  return [
    fact('From', `${senderName(sender)}, replies in `, { channel }),
    fact(
      keySentWith(campaign) === undefined ? 'Written by' : 'Sent in with a key of',
      { person: createdBy },
      ...edited,
    ),
    fact('Tested', ...lastTest(preview, forecast.firstBatchAt)),
  ];
}

function lastTest({ tests, campaign }: Preview, beside: Date): Sentence {
  const [last] = tests;
  if (!last) return ['no'];
  const what = last.isThis ? '' : 'an earlier version ';
  const end = { delivered: ', it arrived', undeliverable: ', it did not arrive' }[String(last.state)] ?? '';
  const at = momentBeside({ at: last.at, zone: campaign.zone }, beside);
  return [`${what}by `, { person: last.by }, ` at ${at}${end}`];
}

function titled(title: string, ...sentences: readonly Sentence[]): RichTextSection {
  return lines([{ bold: title }], ...sentences);
}
