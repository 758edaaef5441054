import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import { ConversationId, PhoneNumber } from '../../../src/domain/ids.ts';
import { createListHash } from '../../../src/domain/list/hash.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { anInbound, author, campaignId } from '../../support/builders.ts';
import { aFolder } from '../../support/temporary-folder.ts';
import { aConversationHead, claimAll, later, received } from '../contract/arrange.ts';

const number = (digits: string) => PhoneNumber.parse(digits);
/** As the list has them, and under which other number each opted out. */
const optedOut = {
  ana: ['+525512345678', '+5215512345678'],
  bea: ['+5491123456789', '+541123456789'],
  caio: ['+5511987654321', '+551187654321'],
  dan: ['+447400123456', '+4407400123456'],
} as const;

describe('a store of before the people’s key', () => {
  let folder: string;
  let store: Store;

  beforeEach(async () => {
    folder = await aFolder();
    await cp(join(import.meta.dirname, 'kept/2026-11-23'), folder, { recursive: true });
    store = await openLowdbStore({ folder });
  });

  afterEach(async () => {
    await store.close();
  });

  /** Closing writes the documents again. */
  async function reopen(): Promise<void> {
    await store.close();
    store = await openLowdbStore({ folder });
  }

  test('is not taken for a new one, and asks nobody anything', () => {
    expect(store.folder.question()).toBeNull();
    expect(store.folder.isSound()).toBe(true);
  });

  test('tells of no request that was taken, and remembers the next one', async () => {
    expect(store.requests.takenUntil()).toBeNull();
    await store.requests.take(1_764_300_000);
    await reopen();
    expect(store.requests.takenUntil()).toBe(1_764_300_000);
  });

  test('has no kept form, and keeps the next one', async () => {
    expect(await store.forms.get('key')).toBeUndefined();
    const form = { answering: nothingForeseen, by: author, at: '2026-11-23T15:00:00.000Z' };
    await store.forms.keep('key', form);
    await reopen();
    expect(await store.forms.get('key')).toEqual(form);
  });

  test('claims nobody who opted out or is held under another spelling', async () => {
    expect((await claimAll(store)).map((claim) => claim.number)).toEqual(['+12015550101']);
    await reopen();
    const page = await store.recipients.page(campaignId, { from: 0, limit: 10 });
    expect(page.map((recipient) => [recipient.number, recipient.state, recipient.reason])).toEqual([
      ['+525512345678', 'skipped', 'opted_out'],
      ['+5215512345678', 'skipped', 'opted_out'],
      ['+5491123456789', 'skipped', 'opted_out'],
      ['+5511987654321', 'skipped', 'opted_out'],
      ['+447400123456', 'skipped', 'opted_out'],
      ['+12015550101', 'claimed', null],
      ['+12015550102', 'queued', null],
    ]);
  });

  test('knows who opted out under every spelling, also after it was written again', async () => {
    for (const round of ['as it was', 'written again', 'and again']) {
      for (const spelling of Object.values(optedOut).flat()) {
        const kind = (await store.suppressions.get(number(spelling)))?.kind;
        expect([round, spelling, kind]).toEqual([round, spelling, 'opted_out']);
      }
      expect((await store.suppressions.get(number('+12015550102')))?.kind).toBe('held');
      expect(await store.suppressions.count()).toBe(5);
      await reopen();
    }
  });

  test('keeps both conversations of one person, and their texts go into the one that is open', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ids = (await store.conversations.ofCampaign(campaignId)).map(({ id }) => id);
      expect(ids.sort()).toEqual(['abcdefgh2342', 'abcdefgh2343']);
      expect(await store.conversations.unanswered(campaignId)).toBe(1);
      const found = await store.conversations.find(campaignId, number('+5215512345678'));
      expect(found?.id).toBe('abcdefgh2342');
      await reopen();
    }
    const conversation = aConversationHead({
      id: ConversationId.parse('zzzzzzzz2345'),
      number: number('+5215512345678'),
    });
    await store.conversations.receive(received({ message: anInbound({ id: 'in-2' }), conversation }));
    await reopen();
    const texts = (await store.conversations.ofCampaign(campaignId)).map(({ id, messages }) => [id, messages.length]);
    expect(texts.sort()).toEqual([
      ['abcdefgh2342', 2],
      ['abcdefgh2343', 1],
    ]);
  });

  test.each(Object.entries(optedOut))('a START lifts all spellings of %s', async (_name, [listed, from]) => {
    await store.suppressions.remove(number(listed), 'sms', later.toISOString());
    for (let round = 0; round < 2; round += 1) {
      expect(store.suppressions.blocks(number(listed))).toBe(false);
      expect(store.suppressions.blocks(number(from))).toBe(false);
      expect(await store.suppressions.count()).toBe(4);
      await reopen();
    }
    expect((await claimAll(store)).map((claim) => claim.number)).toEqual([listed, '+12015550101']);
  });

  test('has the campaign and the list that were approved', async () => {
    await reopen();
    const campaign = (await store.campaigns.get(campaignId))!;
    expect(contentHash(campaign)).toBe(campaign.approval?.contentHash);
    const hash = createListHash(campaign.list.columns);
    for (const row of await store.recipients.page(campaignId, { from: 0, limit: 10 })) hash.add(row);
    expect(hash.digest()).toBe(campaign.list.hash);
  });

  test('keeps its literal numbers on disk', async () => {
    await reopen();
    const documents = ['suppressions.78.json', 'suppressions.89.json', 'suppressions.21.json', 'suppressions.56.json'];
    const kept = await Promise.all(documents.map((name) => readFile(join(folder, name), 'utf8')));
    const found = kept.map((text) => /"number":"(\+\d+)"/.exec(text)?.[1]);
    expect(found).toEqual(['+5215512345678', '+541123456789', '+551187654321', '+4407400123456']);
  });
});

describe('a store of before documents had checksums', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await aFolder();
    await cp(join(import.meta.dirname, 'kept/2026-11-28'), folder, { recursive: true });
  });

  async function open<T>(act: (store: Store) => Promise<T>): Promise<T> {
    const store = await openLowdbStore({ folder });
    try {
      return await act(store);
    } finally {
      await store.close();
    }
  }

  async function change(file: string, from: string, to: string): Promise<void> {
    const path = join(folder, (await readdir(folder)).find((name) => name.startsWith(file))!);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  }

  test('goes on where it was, now and after it was written again', async () => {
    for (const expected of [['+12015550103', '+12015550106', '+12015550107'], []]) {
      await open(async (store) => {
        expect((await claimAll(store)).map((claim) => claim.number)).toEqual(expected);
        expect((await store.recipients.get(campaignId, 0))?.state).toBe('delivered');
        expect((await store.recipients.get(campaignId, 2))?.messageId).toMatch(/002$/);
        expect(store.suppressions.blocks(number('+12015550104'))).toBe(true);
        expect(store.suppressions.blocks(number('+12015550105'))).toBe(true);
        expect((await store.conversations.ofCampaign(campaignId)).length).toBe(2);
        expect((await store.announcements.pending()).map(({ id }) => id)).toEqual(['told']);
        expect((await store.campaigns.list()).length).toBe(2);
      });
    }
  });

  test('has everything under a checksum from its first start on', async () => {
    const store = await openLowdbStore({ folder });
    const { schema, documents } = JSON.parse(await readFile(join(folder, 'meta.json'), 'utf8'));
    expect(schema).toBe(2);
    expect(Object.keys(documents).sort()).toEqual([
      'announcements',
      'campaign.abcd2345',
      'campaign.drft2345',
      'conversations.abcd2345.a',
      'conversations.abcd2345.b',
      'state.abcd2345.0',
      'suppressions.4',
      'suppressions.5',
    ]);
    await store.close();
    for (const [file, from, to] of [
      ['suppressions.4', '"number":"+12015550104"', '"number":"+12015550204"'],
      ['announcements', 'told', 'tole'],
      ['list.abcd2345', 'Hal', 'Hag'],
      ['campaign.drft2345', 'Friday', 'Monday'],
    ] as const) {
      await change(file, from, to);
      await expect(open(async () => {})).rejects.toThrow(`${file}`);
      await change(file, to, from);
    }
  });

  test('whose list is not the one that was approved is refused', async () => {
    await change('list.abcd2345', 'Hal', 'Hag');
    await expect(open(async () => {})).rejects.toThrow('not the one that was approved');
  });

  test('whose meta.json knows nothing of its documents is refused', async () => {
    const path = join(folder, 'meta.json');
    const meta = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...meta, documents: [] }));
    await expect(open(async () => {})).rejects.toThrow('it does not know announcements.json');
  });

  test('gets the file that tells how far the journal reaches, and from then on has to have it', async () => {
    await open(async () => {});
    const path = join(folder, 'reach.ndjson');
    const kept = await readFile(path);
    await rm(path);
    await expect(open(async () => {})).rejects.toThrow('reach.ndjson is damaged at byte 0: the file is missing');
    await writeFile(path, kept);
    await open(async () => {});
  });

  test('cannot be put back, in whole or in part, once it was written again', async () => {
    await open(async (store) => claimAll(store));
    for (const file of ['meta.json', 'campaign.abcd2345.json', 'state.abcd2345.0.json']) {
      const kept = await readFile(join(folder, file));
      await cp(join(import.meta.dirname, 'kept/2026-11-28', file), join(folder, file));
      await expect(open(async () => {})).rejects.toThrow('Restore the whole folder from a backup');
      await writeFile(join(folder, file), kept);
    }
    await open(async () => {});
  });
});
