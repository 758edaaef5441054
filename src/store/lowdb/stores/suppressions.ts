import type { PhoneNumber } from '../../../domain/ids.ts';
import { type PersonKey, personKey } from '../../../domain/phone/person.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { SuppressionStore } from '../../../ports/store.ts';
import {
  changesSuppression,
  countSuppressed,
  isNewsOf,
  liftOf,
  repeatsOptOut,
  suppressionOf,
} from '../memory/apply-suppression.ts';
import type { Changes } from './changes.ts';

export function suppressionStore(changes: Changes): SuppressionStore {
  const { memory } = changes;
  return {
    get: async (number) => suppressionOf(memory, number),
    blocks: (number) => suppressionOf(memory, number) !== undefined,
    async add(suppression) {
      await changes.ready();
      if (changesSuppression(memory, suppression)) return changes.commit({ kind: 'suppressed', suppression });
      if (!repeatsOptOut(memory, suppression) && !suppression.words) return changes.durable();
      // The first word's campaign stays: nobody is counted in two.
      const { campaignId: _first, ...again } = suppression;
      await changes.commit({ kind: 'suppressed', suppression: again });
    },
    async addMany(optOuts) {
      await changes.ready();
      const people = new Set(optOuts.map(({ number }) => personKey(number)));
      const known = optOuts.reduce((keys, { number }) => {
        if (suppressionOf(memory, number)?.kind === 'opted_out') keys.add(personKey(number));
        return keys;
      }, new Set<PersonKey>());
      const news = optOuts.filter((one) => isNewsOf(memory, one));
      await (news.length > 0 ? changes.commit({ kind: 'suppressed_many', suppressions: news }) : changes.durable());
      return { added: people.size - known.size, known: known.size };
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
    count: async () => countSuppressed(memory.suppressions),
    async held() {
      const people = new Map<PersonKey, Suppression>();
      for (const number of memory.suppressions.held) {
        const stands = suppressionOf(memory, number);
        if (stands?.kind === 'held') people.set(personKey(number), stands);
      }
      return [...people.values()];
    },
    async *pages() {
      for (const { current } of memory.suppressions.shards) yield [...current.values()];
    },
  };
}
