import type { Announcement } from '../../domain/campaign/announcement.ts';
import { maskPhoneNumber } from '../../domain/phone/phone-number.ts';
import { type Conversation, isInDoubt, whoElse } from '../../domain/reply/conversation.ts';
import type { Suppression } from '../../domain/reply/suppression.ts';
import { asOptOut, isOverdue, withoutDoubt } from '../../domain/reply/undecided-hold.ts';
import { channelNotice, note } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { changeConversation } from '../sending/send-direct.ts';
import { channelForStrangers } from './receive-text.ts';

const everyMs = 60_000;

/** Makes opt-outs of the holds on which nobody decided in time; looks for them once a minute and never rejects. */
export function createEndHolds(deps: Deps): () => Promise<void> {
  const { store, clock, log } = deps;
  let lookAgainMs = Number.NEGATIVE_INFINITY;

  return async () => {
    if (clock.monotonicMs() < lookAgainMs || store.trouble() !== undefined) return;
    lookAgainMs = clock.monotonicMs() + everyMs;
    try {
      for (const hold of await store.suppressions.held()) if (isOverdue(hold, clock.now())) await endHold(deps, hold);
    } catch (error) {
      log.warn({ err: error }, 'Undecided holds could not be ended; the next minute tries again');
    }
  };
}

/** The conversations first: somebody who decides at the same moment was faster, and the hold is gone. */
async function endHold(deps: Deps, hold: Suppression): Promise<void> {
  const optOut = asOptOut(hold);
  for (const { id } of await inDoubtWith(deps, hold)) {
    await changeConversation(deps, id, withoutDoubt, async (conversation) => ({
      suppress: optOut,
      suppressAlso: whoElse(conversation).map((number) => ({ ...optOut, number })),
      announcements: await told(deps, conversation),
    }));
  }
  // One that no text explains, or another person's who may have written: it is no less in doubt.
  const left = await deps.store.suppressions.get(hold.number);
  if (left && isOverdue(left, deps.clock.now())) await deps.store.suppressions.add(optOut);
  deps.log.info({}, 'A hold became an opt-out: nobody decided in time');
}

async function inDoubtWith({ store }: Pick<Deps, 'store'>, { number }: Suppression): Promise<Conversation[]> {
  const places = [null, ...(await store.campaigns.list()).map(({ id }) => id)];
  const found = await Promise.all(places.map((place) => store.conversations.find(place, number)));
  return found.filter((one) => one !== undefined).filter(isInDoubt);
}

/** In the campaign's thread, or where texts of strangers go. */
async function told({ store, settings, clock }: Deps, conversation: Conversation): Promise<Announcement[]> {
  const { campaignId, name, number } = conversation;
  const masked = maskPhoneNumber(number);
  if (campaignId) return [note(campaignId, clock.now(), { kind: 'hold_undecided', who: name ?? masked })];
  const channel = await channelForStrangers(store, settings.inboxChannel);
  const text = `Nobody decided within 24 hours about a text of ${masked}, so it counts as an opt-out`;
  return channel ? [channelNotice(channel, clock.now(), text)] : [];
}
