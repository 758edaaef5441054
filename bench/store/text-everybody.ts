import { systemClock } from '../../src/clock.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Store } from '../../src/ports/store.ts';

/** The provider's id of the message to each place of a list. */
export function messageIdOf(no: number): string {
  return `aaaaaaaa-bbbb-4ccc-8ddd-${String(no).padStart(12, '0')}`;
}

/** How many are claimed in one step, and how many such steps are under way. */
const [claimedAtOnce, atOnce] = [50, 4];

/** Claims and records the next so many people, as if all had been sent: durable like any. */
export async function textEverybody(
  store: Store,
  { id, createdAt, throttle }: Campaign,
  people: number,
): Promise<void> {
  const { batchSize } = throttle;
  let left = people;
  const worker = async () => {
    while (left > 0) {
      const limit = Math.min(left, claimedAtOnce);
      const batch = { no: 1 + Math.floor((people - left) / batchSize), startedAt: createdAt, size: batchSize };
      left -= limit;
      const claims = await store.recipients.claim(id, batch, limit, systemClock.now());
      await Promise.all(
        claims.map((claim) =>
          store.recipients.record(claim, { to: 'submitted', messageId: messageIdOf(claim.no) }, systemClock.now()),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
