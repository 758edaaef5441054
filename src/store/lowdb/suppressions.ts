import { personKey } from '../../domain/phone/person.ts';
import type { SuppressionStore } from '../../ports.ts';
import { changesSuppression, liftOf, suppressionOf } from './apply-suppression.ts';
import type { Changes } from './changes.ts';

export function suppressionStore(changes: Changes): SuppressionStore {
  const { memory } = changes;
  return {
    async get(number) {
      return suppressionOf(memory, number);
    },
    blocks: (number) => suppressionOf(memory, number) !== undefined,
    async add(suppression) {
      await changes.ready();
      if (!changesSuppression(memory, suppression)) return changes.settled();
      await changes.commit({ kind: 'suppressed', suppression });
    },
    async remove(number, by, at) {
      await changes.ready();
      if (!suppressionOf(memory, number)) {
        await changes.settled();
        return false;
      }
      await changes.commit({ kind: 'lifted', lift: liftOf(memory, { number, by, at }) });
      return true;
    },
    async among(numbers) {
      const optedOut = [...numbers].filter((number) => suppressionOf(memory, number)?.kind === 'opted_out');
      return new Set(optedOut);
    },
    async count() {
      const numbers = memory.suppressions.shards.flatMap(({ current }) => [...current.keys()]);
      return new Set(numbers.map(personKey)).size;
    },
  };
}
