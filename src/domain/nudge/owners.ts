import { approversOf, type Campaign } from '../campaign/campaign.ts';
import type { ConversationId, UserId } from '../ids.ts';
import type { Conversation } from '../reply/conversation.ts';
import { ownerOf } from '../reply/waiting.ts';
import { waitsOf } from './waits.ts';

/** Who may be given what nobody answers, in this order. */
export type Heirs = { admins: readonly string[]; gone: ReadonlySet<UserId> };

/** A change of hands; null: whoever it was passed to is no member any more, and it waits for anybody. */
export type Handover = { id: ConversationId; to: UserId | null };

/**
 * Who gets the replies that nobody answers: the approver, else the author, else the first admin who is named as a
 * person. Only whoever is known to be gone is passed over: a silent chat keeps no reply without an owner.
 */
export function heirOf({ approval, createdBy }: Pick<Campaign, 'approval' | 'createdBy'>, heirs: Heirs): UserId | null {
  return candidates({ approval, createdBy }, heirs).find((id) => !heirs.gone.has(id)) ?? null;
}

/** Everybody whose leaving would matter: the candidates, and those who have some of the replies. */
export function whoMatters(
  campaign: Pick<Campaign, 'approval' | 'createdBy'>,
  waiting: readonly Conversation[],
  admins: readonly string[],
): UserId[] {
  const owners = waiting.flatMap(({ owner }) => owner?.member ?? []);
  return [...new Set([...candidates(campaign, { admins }), ...owners])];
}

/** What changes hands now: replies that came to the third step in nobody's, and those of owners who are gone. */
export function planHandovers(
  campaign: Campaign,
  waiting: readonly Conversation[],
  heirs: Heirs,
  now: Date,
): Handover[] {
  const heir = heirOf(campaign, heirs);
  return waitsOf(campaign, waiting, now).flatMap(({ conversation, step }): Handover[] => {
    const { id, owner } = conversation;
    const isOrphan = owner !== null && owner !== undefined && heirs.gone.has(owner.member);
    const isFree = isOrphan || ownerOf(conversation, now) === null;
    if (isFree && step === 3 && heir !== null) return [{ id, to: heir }];
    return isOrphan ? [{ id, to: null }] : [];
  });
}

function candidates(campaign: Pick<Campaign, 'approval' | 'createdBy'>, { admins }: Pick<Heirs, 'admins'>): UserId[] {
  const people = admins.filter((id): id is UserId => /^[UW]/.test(id));
  return [...approversOf(campaign), campaign.createdBy, ...people];
}
