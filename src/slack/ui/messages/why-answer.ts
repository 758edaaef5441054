import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { whereWords } from '../../../domain/place/place-words.ts';
import type { Why } from '../../../services/reports/why.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { fateSentence } from '../words/fate-words.ts';
import { listed, number } from '../words/number-words.ts';
import { takenToBe } from '../words/places/place-of-person.ts';
import { verdictInWords } from '../words/places/verdict-words.ts';
import { shortName } from '../words/short-name.ts';

/** What became of a person, a sentence for each campaign. The number is masked: a card's Why? must not show it. */
export function whyAnswer({ number: phone, campaigns }: Why): Message {
  const shown = maskPhoneNumber(phone);
  if (campaigns.length === 0) {
    const none: Sentence = [`${shown} is on no list of a campaign that you may see.`];
    return message([none], [richText(lines(none))]);
  }
  const head: Sentence = [`${shown}, the newest campaign first:`];
  const said = campaigns.map(
    ({ campaign, became, agreed = [] }): Sentence => [
      { bold: `${shortName(campaign)} (${campaign.id}):` },
      ' ',
      ...fateSentence(became, campaign.zone),
      ...agreed.map(({ column, value }) => ` ${column}: “${cut(oneLine(value), 100)}”.`),
    ],
  );
  const there = campaigns.flatMap((one) => (one.there ? [whereTheyWait(one.there)] : []));
  // One list may take them to be elsewhere than another.
  const foot = [...new Map(there.map((one) => [JSON.stringify(one), one])).values()];
  return message(
    [head, ...said, ...foot],
    [richText(lines(head), bullets(said), foot.length > 0 ? lines(...foot) : null)],
  );
}

const mostRules = 3;

/** "The person is taken to be in Florida, by their number: texts wait until 8:00 (New York), by us/hours." */
function whereTheyWait({ where, residence, verdict, at }: NonNullable<Why['campaigns'][number]['there']>): Sentence {
  const says = verdictInWords(verdict, { place: whereWords(where), where, at });
  const rest = verdict.rules.length - mostRules;
  const named = [...verdict.rules.slice(0, mostRules), ...(rest > 0 ? [`${number(rest)} more`] : [])];
  const rules = named.length > 0 ? ` By ${listed(named)}, which is not legal advice.` : '';
  return ['The person', ...takenToBe({ where, residence }), `: ${says}${rules}`];
}
