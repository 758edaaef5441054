import type { PhoneNumber } from '../../../domain/ids.ts';
import { personKey } from '../../../domain/phone/person.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { SuppressionStore } from '../../../ports/store.ts';
import { changesSuppression, liftOf, repeatsOptOut, suppressionOf } from '../memory/apply-suppression.ts';
import type { Changes } from './changes.ts';

export function suppressionStore(changes: Changes): SuppressionStore {
  const { memory } = changes;
  return {
    get: async (number) => suppressionOf(memory, number),
    blocks: (number) => suppressionOf(memory, number) !== undefined,
    async add(suppression) {
      await changes.ready();
      if (changesSuppression(memory, suppression)) return changes.commit({ kind: 'suppressed', suppression });
      if (!repeatsOptOut(memory, suppression)) return changes.durable();
      // The first word's campaign stays: nobody is counted in two.
      const { campaignId: _first, ...again } = suppression;
      await changes.commit({ kind: 'suppressed', suppression: again });
    },
    async remove(number, by, at, announcements = []) {
      await changes.ready();
      if (!suppressionOf(memory, number)) {
        await changes.durable();
        return false;
      }
      const lift = liftOf(memory, { number, by, at });
      await changes.commit({ kind: 'lifted', lift, announcements: [...announcements] });
      return true;
    },
    async among(numbers) {
      const turns = createTurns();
      const optedOut = new Set<PhoneNumber>();
      for (const number of numbers) {
        if (turns.areDue()) await turns.give();
        if (suppressionOf(memory, number)?.kind === 'opted_out') optedOut.add(number);
      }
      return optedOut;
    },
    reportedIn: async (campaignId) => [...(memory.suppressions.byCampaign.get(campaignId) ?? [])],
    async count() {
      const numbers = memory.suppressions.shards.flatMap(({ current }) => [...current.keys()]);
      return new Set(numbers.map(personKey)).size;
    },
  };
}
