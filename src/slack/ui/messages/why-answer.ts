import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Why } from '../../../services/reports/why.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { fateSentence } from '../words/fate-words.ts';
import { shortName } from '../words/short-name.ts';

/** What became of a person, a sentence for each campaign. The number is masked: a card's Why? must not show it. */
export function whyAnswer({ number, campaigns }: Why): Message {
  const shown = maskPhoneNumber(number);
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
  return message([head, ...said], [richText(lines(head), bullets(said))]);
}
