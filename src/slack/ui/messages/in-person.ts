import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { shortName } from '../words/short-name.ts';

/** In place of a copy that its author had in person, once the campaign's channel has it. */
export function copyNowInChannel(campaign: Campaign): Message {
  const said: Sentence = [
    'The channel ',
    { channel: campaign.channel },
    ' takes posts again: this news of ',
    { bold: shortName(campaign) },
    ' stands there now.',
  ];
  return message([said], [richText(lines(said))]);
}
