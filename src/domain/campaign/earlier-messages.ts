import type { CampaignId } from '../ids.ts';
import type { Campaign } from './campaign.ts';
import { isNeverSubmitted } from './campaign-shelf.ts';

/** A text to begin a new campaign with. */
export type EarlierMessage = Pick<Campaign, 'id' | 'name' | 'template'>;

const most = 10;

/**
 * The texts of the last campaigns, newest first, each once, under the newest that has it. Drafts that nobody was asked
 * to approve are no example, nor is the campaign that is edited.
 */
export function earlierMessages(newestFirst: readonly Campaign[], edited: CampaignId | null): EarlierMessage[] {
  const found = new Map<string, EarlierMessage>();
  for (const campaign of newestFirst) {
    const { id, name, template } = campaign;
    if (found.size >= most) break;
    if (id !== edited && !isNeverSubmitted(campaign) && !found.has(template))
      found.set(template, { id, name, template });
  }
  return [...found.values()];
}
