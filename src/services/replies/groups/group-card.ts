import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { type Group, isOver, mostGroups } from '../../../domain/reply/group.ts';
import { isIn, saysOf, smallestGroup, textsThatWait } from '../../../domain/reply/groups.ts';
import { groupCard } from '../../announcements.ts';
import type { Deps } from '../../deps.ts';

type CardDeps = Pick<Deps, 'store' | 'clock'>;

/** `isShown`: the card of a group shows the conversation, so it needs none of its own. */
type Placed = { isShown: boolean; announcements: Announcement[] };

const alone: Placed = { isShown: false, announcements: [] };

/**
 * Where a conversation is shown that a text has just come to, or is about to. The third that says the same owes the
 * group its card; from then on whoever joins somebody who waits there is shown on it.
 */
export async function placeInGroup(deps: CardDeps, conversation: Conversation): Promise<Placed> {
  const { store, clock } = deps;
  const { campaignId } = conversation;
  const says = saysOf(conversation);
  if (campaignId === null || says === null) return alone;
  const waiting = await store.conversations.waiting(campaignId);
  const members = waiting.filter((one) => isIn(one, says, clock.now()));
  const others = members.filter(({ id }) => id !== conversation.id).length;
  if (others === 0) return alone;

  const groups = await store.campaigns.groups(campaignId);
  const owed = await cardsOwed(store, campaignId);
  const post = groups.find((group) => group.says === says)?.post ?? null;
  const stands = owed.has(says) || post !== null;
  const isThird = others + 1 === smallestGroup && !members.some(({ id }) => id === conversation.id);
  const isDue = others + 1 >= smallestGroup && !owed.has(says) && (isThird || !stands);
  if (!isDue) return { isShown: stands, announcements: [] };

  const room = roomFor(groups, { says, owed, waiting });
  if (!room) return { isShown: stands, announcements: [] };
  const example = textsThatWait(conversation)[0]?.text.trim() ?? says;
  return { isShown: true, announcements: [groupCard(campaignId, { says, example, post, ...room }, clock.now())] };
}

/** Two of a group may come at the same moment, and neither see the other: it is looked at once more when both are stored. */
export async function tendGroup(deps: CardDeps, conversation: Conversation): Promise<void> {
  const { campaignId } = conversation;
  const says = saysOf(conversation);
  if (campaignId === null || says === null) return;
  const groups = await deps.store.campaigns.groups(campaignId);
  if (groups.some((group) => group.says === says && group.post !== null)) return;
  const { announcements } = await placeInGroup(deps, conversation);
  await deps.store.announcements.add(announcements);
}

async function cardsOwed(store: Deps['store'], id: CampaignId): Promise<Set<string>> {
  const pending = await store.announcements.pending();
  return new Set(pending.flatMap((one) => (one.kind === 'group_card' && one.campaignId === id ? one.says : [])));
}

/** Undefined: so many groups go on that another one is not made. */
function roomFor(
  groups: readonly Group[],
  { says, owed, waiting }: { says: string; owed: ReadonlySet<string>; waiting: readonly Conversation[] },
): { instead?: string } | undefined {
  if (groups.some((group) => group.says === says)) return {};
  const isNew = (owedOne: string) => !groups.some((group) => group.says === owedOne);
  if (groups.length + [...owed].filter(isNew).length < mostGroups) return {};
  const said = new Set(waiting.map(saysOf));
  const over = groups.find((group) => isOver(group) && !said.has(group.says) && !owed.has(group.says));
  return over && { instead: over.says };
}
