import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type Fate, isOf, type Result } from '../../domain/campaign/result.ts';
import { type PersonKey, personKey } from '../../domain/phone/person.ts';
import type { ListedRecipient, Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { endedWith } from '../../domain/reply/counted.ts';
import type { StoreReader } from '../../ports/store.ts';
import { recipientPages } from './stored-list.ts';

type Read = Pick<StoreReader, 'recipients' | 'conversations' | 'suppressions'>;

/** The people of a campaign with that result, in the order of its list; but of `all`, nobody who has opted out. */
export async function peopleOf(store: Read, campaign: Campaign, result: Result): Promise<ListedRecipient[]> {
  const people: ListedRecipient[] = [];
  for await (const { recipient, fate, isOptedOut } of fates(store, campaign)) {
    if (!isOf(result, fate) || (isOptedOut && result.kind !== 'all')) continue;
    const { number, values, line } = recipient;
    people.push({ number, values, ...(line !== undefined && { line }) });
  }
  return people;
}

/** How many people each result would reach, in one look at the list. */
export async function countResults(store: Read, campaign: Campaign, results: readonly Result[]): Promise<number[]> {
  const counts = results.map(() => 0);
  for await (const { fate, isOptedOut } of fates(store, campaign)) {
    if (isOptedOut) continue;
    for (const [index, result] of results.entries()) if (isOf(result, fate)) counts[index]! += 1;
  }
  return counts;
}

async function* fates(
  { recipients, conversations, suppressions }: Read,
  campaign: Campaign,
): AsyncGenerator<{ recipient: Recipient; fate: Fate; isOptedOut: boolean }> {
  const written = byPerson(await conversations.ofCampaign(campaign.id));
  for await (const page of recipientPages({ recipients }, campaign)) {
    const optedOut = await suppressions.among(page.map(({ number }) => number));
    for (const recipient of page) {
      const theirs = written.get(personKey(recipient.number)) ?? [];
      const fate = {
        state: recipient.state,
        hasWritten: theirs.some(({ messages }) => messages.some(({ direction }) => direction === 'in')),
        outcomes: theirs.flatMap((conversation) => endedWith(conversation) ?? []),
      };
      yield { recipient, fate, isOptedOut: optedOut.has(recipient.number) };
    }
  }
}

function byPerson(conversations: readonly Conversation[]): Map<PersonKey, Conversation[]> {
  return Map.groupBy(conversations, ({ number }) => personKey(number));
}
