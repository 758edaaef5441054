import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Message } from '../parts/message.ts';
import { asText, lines, richText, type Sentence } from '../parts/sentence.ts';
import { shortName } from '../words/short-name.ts';

/** The same message with the campaign's name above it, for where no thread says which campaign it is about. */
export function aboutCampaign(message: Message, campaign: Campaign): Message {
  const about: Sentence = ['About ', { bold: shortName(campaign) }, ' (', { code: campaign.id }, '):'];
  const head = richText(lines(about));
  // Nothing is said twice, whoever says it.
  if (JSON.stringify(message.blocks[0]) === JSON.stringify(head)) return message;
  const { text, blocks, plainer } = message;
  const without = plainer && { plainer: [head, ...plainer] };
  return { text: `${asText([about])} ${text}`, blocks: [head, ...blocks], ...without };
}
