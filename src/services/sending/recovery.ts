import { conversationChanged } from '../announcements.ts';
import type { Deps } from '../deps.ts';

/**
 * Once at start, before anything is sent: nobody can know whether a former process's claims went out. They become
 * unconfirmed, never queued; the next tick names them in the thread.
 */
export async function abandonFoundClaims({ store, clock, log }: Deps): Promise<void> {
  const now = clock.now();
  for (const { campaignId, nos } of await store.recipients.abandonClaims(now)) {
    log.warn({ campaignId, count: nos.length }, 'Claims of a former process are unconfirmed now');
  }

  const answers = await store.conversations.abandonClaims(now);
  const announcements = await Promise.all(
    answers.map(async (id) => {
      const conversation = await store.conversations.get(id);
      return conversationChanged({ id, campaignId: conversation?.campaignId ?? null }, now);
    }),
  );
  if (announcements.length > 0) await store.announcements.add(announcements);
}
