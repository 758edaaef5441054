import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type Fate, isOf, type Result } from '../../domain/campaign/result.ts';
import { createPacker, packedPerson, peopleIn } from '../../domain/list/packed.ts';
import { type Many, mapMany } from '../../domain/many.ts';
import { type PersonKey, personKey } from '../../domain/phone/person.ts';
import type { ListedRecipient, Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { endedWith } from '../../domain/reply/counted.ts';
import type { StoreReader } from '../../ports/store.ts';
import { recipientPages } from './stored-list.ts';

type Read = Pick<StoreReader, 'recipients' | 'conversations' | 'suppressions'>;

/** Of lists stored before lines were kept. */
const noLine = 0;

/** The people of a campaign with that result, in the order of its list; but of `all`, nobody who has opted out. */
export async function peopleOf(store: Read, campaign: Campaign, result: Result): Promise<Many<ListedRecipient>> {
  const people = createPacker();
  for await (const { recipient, fate, isOptedOut } of fates(store, campaign)) {
    if (!isOf(result, fate) || (isOptedOut && result.kind !== 'all')) continue;
    people.add(packedPerson(recipient), recipient.line ?? noLine);
  }
  return mapMany(peopleIn(people.packed()), ({ line, ...person }) => (line === noLine ? person : { ...person, line }));
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
