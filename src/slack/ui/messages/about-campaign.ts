import type { Campaign } from '../../../domain/campaign.ts';
import type { Message } from '../message.ts';
import { asText, lines, richText, type Sentence } from '../sentence.ts';
import { shortName } from '../short-name.ts';

/** The same message with the campaign's name above it, for where no thread says which campaign it is about. */
export function aboutCampaign(message: Message, campaign: Campaign): Message {
  const about: Sentence = ['About ', { bold: shortName(campaign) }, ' (', { code: campaign.id }, '):'];
  return { text: `${asText([about])} ${message.text}`, blocks: [richText(lines(about)), ...message.blocks] };
}
