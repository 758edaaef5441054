import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Verdict } from '../../../domain/rules/judge.ts';
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
export function whyAnswer({ number: phone, campaigns, hasOptedOut }: Why): Message {
  const shown = maskPhoneNumber(phone);
  if (campaigns.length === 0) {
    const left = hasOptedOut ? ' The number has opted out.' : '';
    const none: Sentence = [`${shown} is on no list of a campaign that you may see.${left}`];
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
  const there = campaigns.flatMap((one) => (one.there ? [whereTheyWait(one.there, one.campaign)] : []));
  // One list may take them to be elsewhere than another.
  const foot = [...new Map(there.map((one) => [JSON.stringify(one), one])).values()];
  return message(
    [head, ...said, ...foot],
    [richText(lines(head), bullets(said), foot.length > 0 ? lines(...foot) : null)],
  );
}

const mostRules = 4;

/** A verdict about hours is of all that holds there: what is said of consent or the text has not decided it. */
function decidedBy({ rules }: Verdict): readonly string[] {
  const hours = rules.filter((id) => /\/hours(\/|$)/.test(id));
  return hours.length > 0 ? hours : rules;
}

/** "The person is taken to be in Florida, by their number: texts wait until 8:00 (New York), by us/hours." */
function whereTheyWait(
  { where, residence, verdict, at }: NonNullable<Why['campaigns'][number]['there']>,
  { notAfter }: Pick<Campaign, 'notAfter'>,
): Sentence {
  const says = verdictInWords(verdict, { where, at });
  const decided = decidedBy(verdict);
  const rest = decided.length - mostRules;
  const named = [...decided.slice(0, mostRules), ...(rest > 0 ? [`${number(rest)} more`] : [])];
  const rules = named.length > 0 ? ` By ${listed(named)}, which is not legal advice.` : '';
  const caps = verdict.kind === 'send' ? ' How often they have been texted is not counted in this.' : '';
  const isTooLate =
    verdict.kind === 'wait' && verdict.until && notAfter && verdict.until.getTime() >= Date.parse(notAfter);
  const never = isTooLate ? ' That is after the campaign’s last moment, so that they do not get it.' : '';
  return ['The person', ...takenToBe({ where, residence }), `: ${says}${never}${rules}${caps}`];
}
