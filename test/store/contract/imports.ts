import { describe, expect, test } from 'vitest';
import type { ListImport } from '../../../src/domain/campaign/list-import.ts';
import { aDraft, aNumber, author } from '../../support/builders.ts';
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

    test(
      'tell that their list is stored from the moment on in which it is',
      withStore(async (store, reopen) => {
        const campaign = await store.campaigns.create(aDraft(), [{ number: aNumber(0), values: ['Ada'] }]);
        await store.imports.note(anImport);
        await store.campaigns.save({ ...campaign, version: 7 }, { imported: anImport.id });
        expect(await store.imports.all()).toEqual([anImport]);
        const list = [{ number: aNumber(1), values: ['Bob'] }];
        await store.campaigns.save(campaign, { list, imported: anImport.id });
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.imports.all()).toEqual([{ ...anImport, isStored: true }]);
        }
        const reopened = await reopen();
        await reopened.imports.end(anImport.id);
        await reopened.campaigns.save((await reopened.campaigns.get(campaign.id))!, { imported: anImport.id });
        for await (const one of nowAndReopened(reopened, reopen)) expect(await one.imports.all()).toEqual([]);
      }),
    );
  });
}
