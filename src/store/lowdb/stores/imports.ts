import { ListImport } from '../../../domain/campaign/list-import.ts';
import type { ImportStore } from '../../../ports/store.ts';
import type { Changes } from './changes.ts';

export function importStore(changes: Changes): ImportStore {
  const { memory } = changes;
  return {
    async all() {
      return [...memory.imports.values()];
    },
    async note(given) {
      const noted = ListImport.parse(given);
      await changes.ready();
      await changes.commit({ kind: 'import_noted', import: noted });
    },
    async end(id) {
      await changes.ready();
      if (!memory.imports.has(id)) return changes.durable();
      await changes.commit({ kind: 'import_ended', id });
    },
  };
}
