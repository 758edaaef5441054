import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { isCountable } from '../../domain/reply/counted.ts';
import { readExpected } from '../../domain/reply/expected/read-expected.ts';
import { whatItSays } from '../../domain/reply/expected/same-words.ts';
import { post } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import type { Attributed } from './who-wrote.ts';

/** The label a text is counted under; `countedWith`: by a member's decision about such texts, which brings no thank-you. */
export type CountedAs = { label: string; countedWith?: string };

/** Under what a plain reply to this campaign is counted; null: a person reads it. */
export async function countedAs(
  { store }: Pick<Deps, 'store'>,
  { text: { text, attachment, undated }, isSure }: Attributed,
  { campaign, known }: { campaign: Campaign; known: Conversation | undefined },
): Promise<CountedAs | null> {
  if (!isSure || attachment || undated) return null;
  if (campaign.answering) {
    const read = readExpected(text, campaign.answering.expected);
    if (read.kind === 'counted') return isCountable(known, read.label) ? { label: read.label } : null;
  }
  const groups = (await store.campaigns.groups(campaign.id)).filter(({ counts }) => counts !== null);
  if (groups.length === 0) return null;
  const says = whatItSays(text);
  const counts = groups.find((group) => group.says === says)?.counts;
  return counts && isCountable(known, counts.label) ? { label: counts.label, countedWith: counts.id } : null;
}

/** Answers that were counted share one card in the thread, which is edited as they come. */
export async function countedCard(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  id: CampaignId,
): Promise<Announcement[]> {
  if ((await store.campaigns.posts(id)).counted) return [];
  const pending = await store.announcements.pending();
  const isOwed = pending.some(({ kind, campaignId }) => kind === 'counted_card' && campaignId === id);
  return isOwed ? [] : [post('counted_card', id, clock.now())];
}
