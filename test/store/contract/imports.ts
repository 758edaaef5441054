import { describe, expect, test } from 'vitest';
import type { ListImport } from '../../../src/domain/campaign/list-import.ts';
import { aDraft, author } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const { name, sender, template, throttle, hours, startAt, zone, channel } = aDraft();
const anImport: ListImport = {
  id: 'V1.hash',
  by: author,
  at: '2026-11-23T15:00:00.000Z',
  content: { name, sender, template, throttle, hours, startAt, zone, channel, pace: 'fixed' },
  source: {
    kind: 'files',
    files: [
      { id: 'F1', name: 'a.csv' },
      { id: 'F2', name: 'b.csv' },
    ],
  },
  edited: null,
  tries: 1,
};

export function importContract(withStore: WithStore): void {
  describe('imports', () => {
    test(
      'are there as they were noted last, until they end',
      withStore(async (store, reopen) => {
        await store.imports.note(anImport);
        await store.imports.note({ ...anImport, id: 'V2.hash' });
        await store.imports.note({ ...anImport, tries: 2 });
        await store.imports.end('V2.hash');
        await store.imports.end('V3.hash');
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.imports.all()).toEqual([{ ...anImport, tries: 2 }]);
        }
        const reopened = await reopen();
        await reopened.imports.end(anImport.id);
        for await (const one of nowAndReopened(reopened, reopen)) expect(await one.imports.all()).toEqual([]);
      }),
    );
  });
}
