import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../../src/domain/approval.ts';
import { ConversationId, PhoneNumber } from '../../../src/domain/ids.ts';
import { createListHash } from '../../../src/domain/list/hash.ts';
import type { Store } from '../../../src/ports.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { aConversation, anInbound, campaignId } from '../../support/builders.ts';
import { claimAll, later } from '../contract/arrange.ts';

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
    folder = await mkdtemp(join(tmpdir(), 'trickle-former-'));
    await cp(join(import.meta.dirname, 'kept/2026-11-23'), folder, { recursive: true });
    store = await openLowdbStore({ folder });
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** Closing writes the documents anew. */
  async function reopen(): Promise<void> {
    await store.close();
    store = await openLowdbStore({ folder });
  }

  it('is not taken for a new one, and asks nobody anything', () => {
    expect(store.folder.question()).toBeNull();
    expect(store.folder.isSound()).toBe(true);
  });

  it('claims nobody who opted out or is held under another spelling', async () => {
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

  it('knows who opted out under every spelling, also after it was written anew', async () => {
    for (const round of ['as it was', 'written anew', 'and again']) {
      for (const spelling of Object.values(optedOut).flat()) {
        const kind = (await store.suppressions.get(number(spelling)))?.kind;
        expect([round, spelling, kind]).toEqual([round, spelling, 'opted_out']);
      }
      expect((await store.suppressions.get(number('+12015550102')))?.kind).toBe('held');
      expect(await store.suppressions.count()).toBe(5);
      await reopen();
    }
  });

  it('keeps both conversations of one person, and their texts go into the one that is open', async () => {
    for (let round = 0; round < 3; round += 1) {
      const ids = (await store.conversations.ofCampaign(campaignId)).map(({ id }) => id);
      expect(ids.sort()).toEqual(['abcdefgh2342', 'abcdefgh2343']);
      expect(await store.conversations.unanswered(campaignId)).toBe(1);
      const found = await store.conversations.find(campaignId, number('+5215512345678'));
      expect(found?.id).toBe('abcdefgh2342');
      await reopen();
    }
    const {
      messages: _messages,
      version: _version,
      ...conversation
    } = aConversation({
      id: ConversationId.parse('zzzzzzzz2345'),
      number: number('+5215512345678'),
    });
    await store.conversations.receive({ message: anInbound({ id: 'in-2' }), conversation, announcements: [] });
    await reopen();
    const texts = (await store.conversations.ofCampaign(campaignId)).map(({ id, messages }) => [id, messages.length]);
    expect(texts.sort()).toEqual([
      ['abcdefgh2342', 2],
      ['abcdefgh2343', 1],
    ]);
  });

  it.each(Object.entries(optedOut))('a START lifts all spellings of %s', async (_name, [listed, from]) => {
    await store.suppressions.remove(number(listed), 'sms', later.toISOString());
    for (let round = 0; round < 2; round += 1) {
      expect(store.suppressions.blocks(number(listed))).toBe(false);
      expect(store.suppressions.blocks(number(from))).toBe(false);
      expect(await store.suppressions.count()).toBe(4);
      await reopen();
    }
    expect((await claimAll(store)).map((claim) => claim.number)).toEqual([listed, '+12015550101']);
  });

  it('has the campaign and the list that were approved', async () => {
    await reopen();
    const campaign = (await store.campaigns.get(campaignId))!;
    expect(contentHash(campaign)).toBe(campaign.approval?.contentHash);
    const hash = createListHash(campaign.list.columns);
    for (const row of await store.recipients.page(campaignId, { from: 0, limit: 10 })) hash.add(row);
    expect(hash.digest()).toBe(campaign.list.hash);
  });

  it('keeps its literal numbers on disk', async () => {
    await reopen();
    const documents = ['suppressions.78.json', 'suppressions.89.json', 'suppressions.21.json', 'suppressions.56.json'];
    const kept = await Promise.all(documents.map((name) => readFile(join(folder, name), 'utf8')));
    const found = kept.map((text) => /"number":"(\+\d+)"/.exec(text)?.[1]);
    expect(found).toEqual(['+5215512345678', '+541123456789', '+551187654321', '+4407400123456']);
  });
});
