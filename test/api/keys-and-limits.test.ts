import { describe, expect, test } from 'vitest';
import { apiLimits } from '../../src/api/api.ts';
import { writeApiKey } from '../../src/domain/api-key.ts';
import { anApi, codeOf, tutorial } from '../support/api.ts';
import { admin } from '../support/builders.ts';
import { aBench } from '../support/services.ts';

test('while others of its maker’s lists are read, a list is asked for again, and nothing about it is called wrong', async () => {
  const bench = await aBench();
  const api = await anApi(bench);
  const reading = Promise.withResolvers<void>();
  const { lists } = bench.deps;
  const read = lists.read.bind(lists);
  lists.read = async (...given) => {
    await reading.promise;
    return read(...given);
  };
  const first = [api.post('/api/campaigns', tutorial), api.post('/api/campaigns', tutorial)];
  const third = api.post('/api/campaigns', tutorial);
  const refused = await Promise.race([...first, third]);
  expect([refused.status, codeOf(refused), refused.headers.get('retry-after')]).toEqual([429, 'still_reading', '10']);
  expect(refused.body.detail).toMatch(/repeat the request/);
  reading.resolve();
  const statuses = (await Promise.all([...first, third])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, 201, 429]);
  expect(await bench.campaigns.list()).toHaveLength(2);
});

describe('without a live key', () => {
  test('there is nothing below /api/, and nothing tells that there could be', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    expect((await api.get('/api/campaigns')).status).toBe(200);
    await api.keys.revokeKey('CRM', admin);
    for (const path of ['/api/campaigns', '/api/', '/api/opt-outs']) {
      const answer = await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${api.secret}` } });
      expect([answer.status, await answer.text()]).toEqual([404, 'Nothing is here.']);
    }
  });
});

describe('a wrong key', () => {
  test('learns nothing: whatever is wrong with it, the answer is the same', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const other = await api.keys.addKey({ name: 'Old', channel: api.key.channel, seesNumbers: false }, admin);
    await api.keys.revokeKey('Old', admin);
    const id = api.key.id;
    const answers = [];
    for (const authorization of [
      '',
      'Bearer',
      'Bearer x',
      `Basic ${api.secret}`,
      `Bearer ${other.secret}`,
      `Bearer ${api.secret}x`,
      `Bearer ${api.secret.slice(0, -1)}`,
      `Bearer ${writeApiKey(id, new Uint8Array(32))}`,
      `Bearer ${writeApiKey('nosuchke', new Uint8Array(32))}`,
      `Bearer ${id}`,
    ]) {
      const { status, text, headers } = await api.get('/api/campaigns/abcd2345', { authorization });
      answers.push([status, text, headers.get('www-authenticate')]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual([401, expect.stringContaining('urn:trickle:problem:no_key'), 'Bearer']);
    expect(bench.logged.join()).not.toContain(api.secret);
  });

  test('is not even looked at after many others, and keeps no true one out', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const wrong = { authorization: 'Bearer x' };
    const statuses = [];
    for (let no = 0; no <= apiLimits.wrongKeys; no += 1) statuses.push((await api.get('/api/campaigns', wrong)).status);
    expect(statuses).toEqual([...Array(apiLimits.wrongKeys).fill(401), 429]);
    expect((await api.get('/api/campaigns')).status).toBe(200);
    await bench.clock.advance(apiLimits.windowMs);
    expect((await api.get('/api/campaigns', wrong)).status).toBe(401);
    expect(bench.logged.filter((line) => line.includes('wrong keys'))).toHaveLength(1);
    expect(api.counts()).toEqual({ 200: 1, 401: apiLimits.wrongKeys + 1, 429: 1 });
  });
});

describe('a key', () => {
  test('may ask so often in any minute, and is told when to go on', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const ask = async () => api.get('/api/campaigns?limit=1');
    for (let no = 0; no < apiLimits.requests; no += 1) {
      if (no === apiLimits.requests / 2) await bench.clock.advance(20_000);
      expect((await ask()).status).toBe(200);
    }
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
    await bench.clock.advance(40_000);
    expect((await ask()).status).toBe(200);
    const other = await api.keys.addKey({ name: 'Shop', channel: api.key.channel, seesNumbers: false }, admin);
    expect((await api.get('/api/campaigns', { authorization: `Bearer ${other.secret}` })).status).toBe(200);
  }, 60_000);

  test('is named the methods that a path has', async () => {
    const api = await anApi(await aBench());
    const answer = await api.ask('/api/campaigns', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${api.secret}` },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, GET']);
    expect((await api.get('/api/campaigns/../metrics')).status).toBe(404);
    expect((await api.get('/api/campaigns/ABCD')).status).toBe(404);
  });

  test('is remembered as used, to the hour', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    await api.get('/api/campaigns');
    await bench.store.durable();
    expect(bench.store.apiKeys.get(api.key.id)?.lastUsedAt).toBe(bench.clock.now().toISOString());
  });

  test('opens nothing from the moment it is revoked, in the middle of its requests', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    await api.keys.addKey({ name: 'Other', channel: api.key.channel, seesNumbers: false }, admin);
    expect((await api.post('/api/campaigns', tutorial)).status).toBe(201);
    await api.keys.revokeKey('crm', admin);
    expect((await api.post('/api/campaigns', tutorial)).status).toBe(401);
  });
});

describe('making a key', () => {
  test('tells the channel, and keeps no secret', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    await api.keys.revokeKey('CRM', admin);
    const told = await bench.store.announcements.pending();
    expect(told).toMatchObject([
      { kind: 'channel_notice', channel: api.key.channel, text: expect.stringContaining('made the key “CRM”') },
      { kind: 'channel_notice', channel: api.key.channel, text: expect.stringContaining('revoked the key “CRM”') },
    ]);
    expect(JSON.stringify([told, await bench.store.apiKeys.all()])).not.toContain(api.secret.slice(17));
    expect(bench.logged.join()).not.toContain(api.secret.slice(17));
  });

  test.each([
    [{ name: ' ' }, 'bad_key_name'],
    [{ name: 'x'.repeat(41) }, 'bad_key_name'],
    [{ name: 'crm' }, 'key_taken'],
    [{ channel: 'D0DIRECT' }, 'no_channel'],
  ])('%o is refused', async (change, code) => {
    const { keys, key } = await anApi(await aBench());
    const wish = { name: 'Shop', channel: key.channel, seesNumbers: false, ...change } as Parameters<
      typeof keys.addKey
    >[0];
    await expect(keys.addKey(wish, admin)).rejects.toMatchObject({ code });
  });

  test('is refused above fifty, and revoking needs one that there is', async () => {
    const bench = await aBench();
    const { keys, key } = await anApi(bench);
    const add = (name: string) => keys.addKey({ name, channel: key.channel, seesNumbers: false }, admin);
    for (let no = 1; no < 50; no += 1) await add(`Key ${no}`);
    await expect(add('One more')).rejects.toMatchObject({ code: 'many_keys' });
    await expect(keys.revokeKey('Shop', admin)).rejects.toMatchObject({ code: 'no_key' });
    await keys.revokeKey('Key 7', admin);
    await expect(keys.revokeKey('Key 7', admin)).rejects.toMatchObject({ code: 'no_key' });
    await add('One more');
  });
});
