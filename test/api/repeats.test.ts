import { describe, expect, test } from 'vitest';
import { tellUnsubmitted } from '../../src/services/api/sent-in-news.ts';
import { anApi, codeOf, tutorial } from '../support/api.ts';
import { approver } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';

const once = { 'idempotency-key': 'f8b1c0de-1' };

describe('a request that is repeated with the same Idempotency-Key', () => {
  test('makes one campaign, whatever becomes of the program in between', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const first = await api.post('/api/campaigns', tutorial, once);
    const second = await api.post('/api/campaigns', tutorial, once);
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id]);
    expect(second.headers.get('location')).toBe(`/api/campaigns/${first.body.id}`);

    const { secret } = api;
    await bench.close();
    const again = await aBench({ disk: bench.disk });
    const later = await anApi(again, { secret });
    const third = await later.post('/api/campaigns', tutorial, once);
    expect([third.status, third.body.id]).toEqual([200, first.body.id]);
    expect(await again.campaigns.list()).toHaveLength(1);
    expect(await later.waiting()).toEqual([]);
  });

  test.each([
    ['another body', { ...tutorial, batch_size: 4 }],
    ['other people', { ...tutorial, recipients: ['12015550103'] }],
  ])('and with %s is refused', async (_, other) => {
    const bench = await aBench();
    const api = await anApi(bench);
    await api.post('/api/campaigns', tutorial, once);
    const answer = await api.post('/api/campaigns', other, once);
    expect([answer.status, codeOf(answer)]).toEqual([422, 'other_body']);
    expect(await bench.campaigns.list()).toHaveLength(1);
  });

  test('and with another address is refused', async () => {
    const api = await anApi(await aBench());
    const headers = { ...once, 'content-type': 'text/csv' };
    const { recipients: _, ...settings } = tutorial;
    const address = (change: object) =>
      new URLSearchParams({ ...settings, ...change } as unknown as Record<string, string>);
    expect((await api.post(`/api/campaigns?${address({})}`, 'phone\n12015550101\n', headers)).status).toBe(201);
    expect((await api.post(`/api/campaigns?${address({})}`, 'phone\n12015550101\n', headers)).status).toBe(200);
    expect(
      (await api.post(`/api/campaigns?${address({ hold_above: '1' })}`, 'phone\n12015550101\n', headers)).status,
    ).toBe(422);
  });

  test('while the first one is under way is told to wait, and makes no second campaign', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const answers = await Promise.all(Array.from({ length: 4 }, () => api.post('/api/campaigns', tutorial, once)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => ![201, 200, 409].includes(status))).toEqual([]);
    const waiting = answers.filter(({ status }) => status === 409);
    expect(waiting.map(codeOf)).toContain('under_way');
    expect(waiting[0]?.headers.get('retry-after')).toBe('5');
    expect(await bench.campaigns.list()).toHaveLength(1);
    expect((await api.post('/api/campaigns', tutorial, once)).status).toBe(200);
  });

  test('of another key is another campaign, and so is each request without one', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const other = await api.keys.addKey({ name: 'Shop', channel: api.key.channel, seesNumbers: false }, api.key.madeBy);
    const made = [
      await api.post('/api/campaigns', tutorial, once),
      await api.post('/api/campaigns', tutorial, { ...once, authorization: `Bearer ${other.secret}` }),
      await api.post('/api/campaigns', tutorial),
      await api.post('/api/campaigns', tutorial),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(4);
  });

  test('is not submitted again once somebody has taken it in hand', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { body } = await api.post('/api/campaigns', tutorial, once);
    await bench.campaigns.sendBack(body.id, { by: approver, reason: 'Say who we are.' });
    const again = await api.post('/api/campaigns', tutorial, once);
    expect([again.status, again.body.status]).toEqual([200, 'draft']);
  });

  test.each(['', ' ', 'x'.repeat(256), 'ü'])('needs a key of visible characters, which “%s” is not', async (key) => {
    const api = await anApi(await aBench());
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') };
    const { status, body } = await api.post('/api/campaigns', tutorial, headers);
    expect([status, body.type]).toEqual([400, 'urn:trickle:problem:bad_idempotency_key']);
  });
});

describe('a campaign that was stored when the program died, and not yet submitted', () => {
  test('is told to its author once, at the next start', async () => {
    const bench = await aBench();
    const { campaigns } = bench;
    const submit: typeof campaigns.submit = () => Promise.reject(new Error('Here the process was killed.'));
    const api = await anApi({ ...bench, campaigns: { ...campaigns, submit } });
    expect((await api.post('/api/campaigns', tutorial, once)).status).toBe(503);

    await tellUnsubmitted(bench.deps);
    await tellUnsubmitted(bench.deps);
    expect(await toldOf(bench)).toEqual([
      'The key “CRM” sent a campaign in as yours. Trickle stopped before it was submitted. It is a draft: look at it, and submit it.',
    ]);
    // Whoever repeats the request submits it all the same.
    const { body } = await (await anApi(bench, { secret: api.secret })).post('/api/campaigns', tutorial, once);
    expect(body.status).toBe('pending_approval');
  });

  test('is not told when it was submitted, sent back, or told before why it waits', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { body } = await api.post('/api/campaigns', tutorial);
    await bench.campaigns.sendBack(body.id, { by: approver, reason: 'Say who we are.' });
    await api.post('/api/campaigns', tutorial);
    await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
    const before = await toldOf(bench);
    await tellUnsubmitted(bench.deps);
    expect(await toldOf(bench)).toEqual(before);
  });
});

/** What the outbox tells single people. */
async function toldOf({ store }: Bench): Promise<string[]> {
  const pending = await store.announcements.pending();
  return pending.flatMap((one) => (one.kind === 'direct' ? [one.text] : []));
}
