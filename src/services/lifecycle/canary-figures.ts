import type { CanaryFigures } from '../../domain/campaign/announcement.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { triedOf } from '../../domain/pace/canary.ts';
import { personKey } from '../../domain/phone/person.ts';
import { asksForPeople, type Conversation } from '../../domain/reply/conversation.ts';
import { hasOptOut } from '../../domain/reply/opted-out-here.ts';
import type { StoreReader } from '../../ports/store.ts';

/** What is known of those who got a campaign first. */
export async function canaryFigures(store: StoreReader, id: CampaignId): Promise<CanaryFigures> {
  const { counts } = await store.recipients.tally(id);
  const conversations = await store.conversations.ofCampaign(id);
  const gone = [...(await store.suppressions.reportedIn(id)), ...numbersOf(conversations.filter(hasOptOut))];
  return {
    sent: triedOf(counts),
    delivered: counts.delivered,
    failed: counts.rejected + counts.undeliverable,
    replies: new Set(numbersOf(conversations.filter(hasReply)).map(personKey)).size,
    optedOut: new Set(gone.map(personKey)).size,
  };
}

function numbersOf(conversations: readonly Conversation[]) {
  return conversations.map(({ number }) => number);
}

function hasReply({ messages }: Conversation): boolean {
  return messages.some(
    (message) => message.direction === 'in' && (asksForPeople(message.reading) || message.reading === 'expected'),
  );
}
