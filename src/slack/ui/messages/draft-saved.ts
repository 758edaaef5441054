import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Message } from '../parts/message.ts';
import { people } from '../words/number-words.ts';
import { directMessage } from './direct.ts';

/** The list was read after its window was closed, or by a later start of the program. */
export function draftSaved(campaign: Campaign): Message {
  const sentence = `Your list of ${people(campaign.list.size)} is read, and the draft is saved. Open its preview to go on, or type \`/sms-campaign status ${campaign.id}\`.`;
  return directMessage(sentence, campaign);
}
