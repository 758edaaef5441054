import type { CampaignId, ConversationId, Instant } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { isOver } from '../../../domain/reply/group.ts';
import { meantBy, membersOf, saysOf } from '../../../domain/reply/groups.ts';
import { waitingSince } from '../../../domain/reply/waiting.ts';
import type { Deps } from '../../deps.ts';

/** The others of a group with a card, as an answer to all names them: see `GroupAnswer`. */
export type OthersAlike = { says: string; of: number; until: Instant };

/** Who waits, kept by nobody, and says the same as this one. Null: nobody, or their card is busy with them. */
export async function othersAlike(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  conversation: Conversation,
): Promise<OthersAlike | null> {
  const says = saysOf(conversation);
  if (conversation.campaignId === null || says === null) return null;
  const group = (await store.campaigns.groups(conversation.campaignId)).find((known) => known.says === says);
  if (!group?.post || !isOver(group)) return null;
  const waiting = await store.conversations.waiting(conversation.campaignId);
  const others = membersOf(waiting, says, clock.now()).filter(({ id }) => id !== conversation.id);
  const last = others.at(-1);
  const until = last && waitingSince(last);
  return until ? { says, of: others.length, until } : null;
}

/** To whom an answer to all of a group is on its way: nobody else answers them meanwhile. */
export async function beingAnswered(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  id: CampaignId,
  waiting: readonly Conversation[],
): Promise<ReadonlySet<ConversationId>> {
  const groups = await store.campaigns.groups(id);
  const meant = groups.flatMap(({ says, answer }) =>
    answer?.state === 'sending' ? meantBy(answer, membersOf(waiting, says, clock.now())) : [],
  );
  return new Set(meant.map((one) => one.id));
}
