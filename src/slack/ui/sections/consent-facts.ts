import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, KnownBlock } from '@slack/types';
import type { OldConsent } from '../../../domain/consent/ages.ts';
import { neededBoxes, type ReviewBox } from '../../../domain/consent/boxes.ts';
import { type Consent, classOf } from '../../../domain/consent/consent.ts';
import { consentClassOf } from '../../../domain/consent/consent-class.ts';
import type { ConsentFacts } from '../../../domain/consent/consent-facts.ts';
import { daysInWords, howWords } from '../../../domain/consent/consent-texts.ts';
import { monthInWords } from '../../../domain/consent/days.ts';
import { countryInSentence, countryName } from '../../../domain/list/cells/country-names.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { shown } from '../../limits.ts';
import { fieldValue, formField } from '../parts/form-field.ts';
import { cut, inert, oneLine } from '../parts/inert.ts';
import { bullets, fact, lines, richText, type Sentence } from '../parts/sentence.ts';
import { count, number } from '../words/number-words.ts';

const nobodySaid = 'Nobody said how these people agreed';
const mostCountries = 5;

/** How these people agreed, and what should be looked at. `isBoxed`: a box says already where nobody said it. */
export function consentFacts({ campaign, consent: facts }: Preview, { isBoxed = false } = {}): KnownBlock[] {
  const { consent } = campaign;
  const said = saidSentences(consent, isBoxed);
  const doubts = doubtSentences(consent, facts);
  if (said.length + doubts.length === 0) return [];
  return [richText(said.length > 0 ? lines(...said) : null, doubts.length > 0 ? bullets(doubts) : null)];
}

/** What the approver has to tick beside Approve. */
export function consentBoxes({ campaign }: Pick<Preview, 'campaign'>): InputBlock[] {
  return neededBoxes(campaign.consent).map((tick) => {
    const { field, label, text } = boxes[tick];
    const option = { text: { type: 'plain_text' as const, text, emoji: false }, value: tick };
    return formField({ field, label }, { type: 'checkboxes', options: [option] });
  });
}

/** Which of them are ticked. */
export function readConsentBoxes(view: Pick<ViewOutput, 'state'>): ReviewBox[] {
  const isTicked = (tick: ReviewBox) => (fieldValue(view, boxes[tick].field)?.selected_options ?? []).length > 0;
  return (Object.keys(boxes) as ReviewBox[]).filter(isTicked);
}

const boxes = {
  nobody_said: { field: 'nobodySaid', label: nobodySaid, text: 'I know' },
  no_offer: { field: 'noOffer', label: 'It is sent as informational', text: 'No offer or advertising is in it' },
} as const satisfies Record<ReviewBox, object>;

function saidSentences(consent: Consent | undefined, isBoxed: boolean): Sentence[] {
  const sentAs = classOf(consent) === 'informational' && !isBoxed ? [fact('Sent as', 'informational')] : [];
  if (!consent?.how) return [...(isBoxed ? [] : [[{ bold: `${nobodySaid}.` }]]), ...sentAs];
  const { how, wording, holder, takenFrom } = consent;
  const when = daysInWords(consent);
  return [
    fact('How they agreed', howWords[how]),
    ...(wording ? [fact('Wording', `“${quoted(wording, shown.reason)}”`)] : []),
    ...(when ? [fact('When', when)] : []),
    ...(holder ? [fact('Proof', quoted(holder, 100))] : []),
    ...(takenFrom ? [[`As “${quoted(takenFrom, 80)}” had it: nobody has checked it since.`]] : []),
    ...sentAs,
  ];
}

function doubtSentences(consent: Consent | undefined, { old, undated, weak }: ConsentFacts): Sentence[] {
  const isRule = weak.length > 0 || old.some(({ basis }) => basis === 'law');
  const undatedToo = undated
    ? [[`“${quoted(undated.column, 60)}” does not tell when ${count(undated.people, 'person', 'people')} agreed.`]]
    : [];
  const more = weak.length - mostCountries;
  return [
    ...old.map(oldSentence),
    ...undatedToo,
    ...weak.slice(0, mostCountries).map((one) => weakSentence(consent, one)),
    ...(more > 0 ? [[`${count(more, 'other country asks', 'other countries ask')} for more, too.`]] : []),
    ...(isRule ? [['Not legal advice.']] : []),
  ];
}

function oldSentence({ people, months, oldest, country, basis }: OldConsent): Sentence {
  const where = country === null ? '' : ` in ${countryInSentence(country)}`;
  const who = people === null ? (where === '' ? 'They' : `Those${where}`) : `${number(people)}${where}`;
  const ends = basis === 'law' ? ', when unspoken consent ends there' : '';
  const when = `the ${people === null ? 'last' : 'oldest'} in ${monthInWords(oldest)}`;
  return [`${who} agreed more than ${months} months ago${ends}, ${when}.`];
}

function weakSentence(consent: Consent | undefined, { country, rule }: ConsentFacts['weak'][number]): Sentence {
  if (!consent?.how) return [];
  const { needs } = rule.says;
  const isBare = !consent.wording && consentClassOf({ ...consent, wording: 'known' }) === needs;
  const says = `${howWords[consent.how].toLowerCase()}${isBare ? ', without the wording' : ''}`;
  return [`${withArticle(country)} asks for ${needsInWords[needs]}; this says ${says}.`];
}

const needsInWords = {
  express_written: 'written consent',
  express: 'express consent',
  soft: 'consent or own customers',
};

function withArticle(country: string): string {
  const short = { US: 'The US', GB: 'The UK', AE: 'The UAE' }[country];
  const name = countryName(country);
  return short ?? (/^(United|Netherlands|Philippines|Bahamas)/.test(name) ? `The ${name}` : name);
}

function quoted(text: string, most: number): string {
  return cut(inert(oneLine(text)), most);
}
