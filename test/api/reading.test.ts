import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { ChannelId, type PhoneNumber, type UserId } from '../../src/domain/ids.ts';
import { type ApiBench, anApi, tutorial } from '../support/api.ts';
import { admin, aPerson, author } from '../support/builders.ts';
import { aBench } from '../support/services.ts';
import { phoneOf } from '../support/story.ts';

/** All pages, by what each said comes next. */
async function pages(api: ApiBench, path: string, what: string): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for (let after: string | null = ''; after !== null; ) {
    const { body } = await api.get(`${path}${after === '' ? '' : `&after=${after}`}`);
    found.push(body[what] as unknown[]);
    after = body.next;
  }
  return found;
}

describe('what is told of campaigns', () => {
  test('is how one goes', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { id } = await bench.approved({ size: 3, throttle: { batchSize: 2, everySeconds: 60, holdAbove: null } });
    await bench.run(3);
    const { body } = await api.get(`/api/campaigns/${id}`);
    expect(body).toMatchObject({ status: 'running', recipients: 3, batch_size: 2, delay_period: 60, hold_above: null });
    expect(body.states).toMatchObject({ queued: 1, submitted: 2 });
    const people = await api.get(`/api/campaigns/${id}/recipients?state=submitted`);
    expect(people.body.recipients).toMatchObject([
      { position: 1, batch: 1 },
      { position: 2, batch: 1, state: 'submitted' },
    ]);
  });

  test('comes in pages that miss nobody and repeat nobody', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { id } = await bench.approved({ size: 7 });
    const found = await pages(api, `/api/campaigns/${id}/recipients?limit=3`, 'recipients');
    expect(found.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(found.flat()).toMatchObject([1, 2, 3, 4, 5, 6, 7].map((position) => ({ position })));

    for (let no = 0; no < 4; no += 1) await api.post('/api/campaigns', tutorial);
    const all = (await bench.campaigns.list()).map((one) => ({ id: one.id }));
    const listed = await pages(api, '/api/campaigns?limit=2', 'campaigns');
    expect(listed.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(listed.flat()).toMatchObject(all);
  });

  test('has the texts of its people, in the order in which they came', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { id } = await bench.approved({ size: 3 });
    await bench.run(3);
    for (const [text, no] of [
      ['Where is it?', 1],
      ['Stop', 2],
      ['And when?', 1],
    ] as const) {
      await bench.clock.advance(1_000);
      await bench.hear(text, phoneOf(no) as PhoneNumber);
    }
    const found = await pages(api, `/api/campaigns/${id}/replies?limit=2`, 'replies');
    expect(found.map((page) => page.length)).toEqual([2, 1]);
    expect(found.flat()).toMatchObject([
      { text: 'Where is it?', read_as: 'reply', number: '•••• 0101', unanswered: true, status: 'open' },
      { text: 'Stop', read_as: 'opt_out', number: '•••• 0102' },
      { text: 'And when?', read_as: 'reply' },
    ]);
    expect((await api.get(`/api/campaigns/${id}`)).body).toMatchObject({ replies: 1, unanswered: 1 });
  });

  test.each([
    ['?limit=0', 'bad_limit'],
    ['?limit=1001', 'bad_limit'],
    ['?limit=all', 'bad_limit'],
    ['?after=nonsense', 'bad_cursor'],
    [`?after=${Buffer.from('-1').toString('base64url')}`, 'bad_cursor'],
    ['?state=gone', 'bad_state'],
    ['?status=queued', 'bad_parameter'],
  ])('is refused for a page %s that there cannot be', async (query, code) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { id } = await bench.approved();
    const { status, body } = await api.get(`/api/campaigns/${id}/recipients${query}`);
    expect([status, body.type]).toEqual([400, `urn:trickle:problem:${code}`]);
  });

  test('begins nowhere behind a campaign that is not listed', async () => {
    const api = await anApi(await aBench());
    const after = Buffer.from('"gonegone"').toString('base64url');
    const { status, body } = await api.get(`/api/campaigns?after=${after}`);
    expect([status, body.type]).toEqual([400, 'urn:trickle:problem:bad_place']);
  });
});

describe('a key is shown', () => {
  test('nothing of other channels, and no draft that somebody else has not submitted', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const elsewhere = await bench.approved({ channel: ChannelId.parse('C0OTHER') });
    const sameAsNone = (await api.get('/api/campaigns/gonegone')).body;
    const { body } = await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
    const draft = await bench.campaigns.get(body.id);
    const others: Campaign = {
      ...draft,
      id: 'othersaa' as Campaign['id'],
      origin: 'others',
      createdBy: author,
      lastEditedBy: author,
    };
    await bench.store.campaigns.create(others, []);
    for (const id of [elsewhere.id, others.id]) {
      for (const path of ['', '/recipients', '/replies']) {
        const answer = await api.get(`/api/campaigns/${id}${path}`);
        expect([answer.status, answer.body]).toEqual([404, sameAsNone]);
      }
      for (const path of ['pause', 'cancel']) expect((await api.post(`/api/campaigns/${id}/${path}`)).status).toBe(404);
    }
    expect((await api.get('/api/campaigns')).body.campaigns).toMatchObject([{ id: body.id }]);
    expect((await bench.campaigns.get(elsewhere.id)).status).toBe('scheduled');
  });

  test.each([
    [false, '•••••••0177', '•• •• •• 56 88, or 2026-11-29 at 5'],
    [true, '12015550177', '06 12 34 56 88, or 2026-11-29 at 5'],
  ])('the numbers in other fields like those that are texted (whole: %s)', async (seesNumbers, second, note) => {
    const api = await anApi(await aBench(), { seesNumbers });
    const fields = {
      first_name: 'Ada',
      landline: '12015550177',
      note: '06 12 34 56 88, or 2026-11-29 at 5',
      zip: '02134',
    };
    const { body } = await api.post('/api/campaigns', {
      ...tutorial,
      recipients: [{ phone: '12015550101', ...fields }],
    });
    const { recipients } = (await api.get(`/api/campaigns/${body.id}/recipients`)).body;
    expect(recipients).toMatchObject([{ fields: { ...fields, landline: second, note } }]);
  });

  test('whole numbers only if it was made for that, and as long as its maker is an admin', async () => {
    let isAdmin = true;
    const find = async (id: UserId) => aPerson({ id, groups: isAdmin && id === admin ? ['S0ADMINS'] : [] });
    const people = { find, findNow: find, findNowOrLately: find };
    const roles = { creators: [], approvers: [], admins: ['S0ADMINS'] };
    const bench = await aBench({ people, settings: { roles } });
    const api = await anApi(bench, { seesNumbers: true });
    const { id } = await bench.approved({ size: 1 });
    await bench.run(3);
    await bench.hear('Where is it?', phoneOf(1) as PhoneNumber);
    const shown = async () => [
      (await api.get(`/api/campaigns/${id}/recipients`)).body.recipients,
      (await api.get(`/api/campaigns/${id}/replies`)).body.replies,
    ];
    expect(await shown()).toMatchObject([[{ number: phoneOf(1) }], [{ number: phoneOf(1) }]]);
    isAdmin = false;
    expect(await shown()).toMatchObject([[{ number: '•••• 0101' }], [{ number: '•••• 0101' }]]);
  });

  test('no whole number in lines that were left out, and the log none at all', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const recipients = ['12015550101', '1201555010199999'];
    const { text, body } = await api.post('/api/campaigns', { ...tutorial, recipients });
    expect(body.list).toMatchObject({ invalid: 1, examples: [{ line: 3, value: '••••••••••••9999' }] });
    expect(text).not.toContain('5550101');
    expect(bench.logged.join()).not.toMatch(/5550101|trickle_/);
  });
});

describe('a key', () => {
  test('pauses and cancels, and neither approves nor resumes', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { id } = await bench.approved({ size: 20, throttle: { batchSize: 1, everySeconds: 60, holdAbove: null } });
    await bench.run(2);
    expect((await api.post(`/api/campaigns/${id}/pause`)).body).toMatchObject({ status: 'paused' });
    expect((await api.post(`/api/campaigns/${id}/pause`)).status).toBe(200);
    expect((await bench.campaigns.get(id)).pause).toMatchObject({ reason: 'person', by: admin });
    for (const path of ['approve', 'resume', 'submit']) {
      const { status, body } = await api.post(`/api/campaigns/${id}/${path}`);
      expect([status, body.type]).toEqual([404, 'urn:trickle:problem:no_route']);
    }
    expect((await api.post(`/api/campaigns/${id}/cancel`)).body.status).toMatch(/^cancel/);
    await bench.run(2);
    const again = await api.post(`/api/campaigns/${id}/pause`);
    expect([again.status, again.body.type]).toEqual([409, 'urn:trickle:problem:not_paused']);
    expect(bench.sent).toHaveLength(1);
  });

  test('cancels nothing that waits for its approval and that somebody else wrote', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { id, channel } = await bench.submitted();
    expect(channel).toBe(api.key.channel);
    const { status, body } = await api.post(`/api/campaigns/${id}/cancel`);
    expect([status, body.type]).toEqual([403, 'urn:trickle:problem:not_yours']);
    expect((await bench.campaigns.get(id)).status).toBe('pending_approval');
  });

  test('opts out, whatever else stands among the numbers', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const numbers = ['+1 201 555 0101', 'Ada', '12015550102'];
    const { status, body } = await api.post('/api/opt-outs', { numbers, said: 'by letter' });
    expect([status, body]).toEqual([
      200,
      { opted_out: 2, refused: [{ pointer: '/numbers/1', detail: expect.stringContaining('not a phone number') }] },
    ]);
    expect(await bench.store.suppressions.get(phoneOf(1) as PhoneNumber)).toMatchObject({
      kind: 'opted_out',
      source: admin,
      words: { said: 'by letter (sent in with the key “CRM”)' },
    });
    expect(await bench.store.suppressions.count()).toBe(2);
  });

  test.each([
    ['no numbers', {}, '/numbers'],
    ['an empty list', { numbers: [] }, '/numbers'],
    ['numbers that are no strings', { numbers: [12015550101] }, '/numbers'],
    ['too many', { numbers: Array.from({ length: 1_001 }, () => '12015550101') }, '/numbers'],
    ['words that are none', { numbers: ['12015550101'], said: 1 }, '/said'],
    ['something else', { numbers: ['12015550101'], because: 'x' }, '/because'],
  ])('opts nobody out with %s', async (_, sent, pointer) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { status, body } = await api.post('/api/opt-outs', sent);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer }]);
    expect(await bench.store.suppressions.count()).toBe(0);
  });

  test('opts nobody out with a body that is no JSON', async () => {
    const api = await anApi(await aBench());
    expect((await api.post('/api/opt-outs', '12015550101', { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
