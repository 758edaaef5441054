import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/domain/campaign/permissions.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { anApi, tutorial } from '../support/api.ts';
import { aPerson } from '../support/builders.ts';
import { aBench } from '../support/services.ts';

const settings = new URLSearchParams({
  sender: '12015550123',
  message_string: 'Hi {{first_name}}! Reply STOP to opt out.',
  batch_size: '3',
  delay_period: '3600',
});
const csv = { 'content-type': 'text/csv' };
const ndjson = { 'content-type': 'application/x-ndjson; charset=utf-8' };

describe('what is wrong with a campaign that another program sends in is told where it stands, and nothing is stored:', () => {
  const wrong: [string, object, string, string | RegExp][] = [
    ['a sender that there is not', { sender: '1' }, '/sender', /12015550123/],
    ['an empty message', { message_string: ' ' }, '/message_string', /message/],
    ['a batch of nobody', { batch_size: 0 }, '/batch_size', /whole number from 1/],
    ['a batch in words', { batch_size: 'many' }, '/batch_size', 'Write a whole number, such as 50.'],
    ['a pause in words', { delay_period: '1h' }, '/delay_period', /seconds/],
    ['a pause too short', { delay_period: 0 }, '/delay_period', /shortest.* whole number of seconds/],
    ['a pause too long', { delay_period: 10_000_000 }, '/delay_period', /longest|length/],
    ['a name too long', { name: 'x'.repeat(81) }, '/name', /shorten/],
    ['a moment without a zone', { start_at: '2026-12-01T09:00:00' }, '/start_at', /zone/],
    ['a start that is over', { start_at: '2020-12-01T09:00:00Z' }, '/start_at', /over/],
    ['a last moment that is over', { not_after: '2020-12-01T09:00:00Z' }, '/not_after', /over/],
    ['hours that are none', { sending_hours: 'soon' }, '/sending_hours', /09:00-20:00/],
    ['a pace that is none', { pace: 'slow' }, '/pace', 'Write one of fixed, team.'],
    ['a pace of the team without a hold', { pace: 'team', hold_above: null }, '/hold_above', /team/],
    ['a canary of nobody', { canary_first: 0 }, '/canary_first', /1 to 100,000/],
    ['a way to agree that is none', { consent_how: 'by fax' }, '/consent_how', /Write one of form/],
    ['a day that is none', { consent_how: 'form', consent_from: 'Monday' }, '/consent_from', /day/],
    ['a list where a text belongs', { name: ['x'] }, '/name', 'Write a string.'],
    ['a text where a list belongs', { outcomes: 'x' }, '/outcomes', /list of strings/],
    ['a rule of whom to leave out that is none', { leave_out: ['everybody'] }, '/leave_out', /texted in the last/],
    ['a field that there is not', { batchsize: 3 }, '/batchsize', /no field/],
    ['no recipients', { recipients: [] }, '/recipients', /list of numbers/],
    ['recipients that are none', { recipients: ['12015550101', [1]] }, '/recipients/1', /Write a number/],
    ['recipients within recipients', { recipients: [{ phone: { mobile: '1' } }] }, '/recipients/0', /“phone”/],
    [
      'a number that JSON has rounded',
      { recipients: [{ phone: '12015550101', order: 2 ** 60 }] },
      '/recipients/0',
      /“order” is too long .* as a string/,
    ],
    [
      'a person where the name of a field belongs',
      { recipients: [{ phone: '12015550101', '12015550199': 'y' }] },
      '/recipients/0',
      /“12015550199” is a number, and no name/,
    ],
    ['no number at all', { recipients: ['Ada'] }, '/recipients', /phone number|no column/],
  ];
  test.each(wrong)('%s', async (_, change, pointer, detail) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { status, headers, body } = await api.post('/api/campaigns', { ...tutorial, ...change });
    expect([status, headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    const matching = detail instanceof RegExp ? expect.stringMatching(detail) : detail;
    expect(body.errors).toEqual([{ pointer, detail: matching }]);
    expect(await bench.campaigns.list()).toEqual([]);
    expect(await api.waiting()).toEqual([]);
  });

  test('several at once', async () => {
    const api = await anApi(await aBench());
    const { body } = await api.post('/api/campaigns', {
      ...tutorial,
      sender: '1',
      batch_size: 0,
      not_after: '2020-12-01T09:00:00Z',
    });
    expect(body.errors).toMatchObject([{ pointer: '/sender' }, { pointer: '/batch_size' }, { pointer: '/not_after' }]);
  });

  test('of very many fields that there are not, the first', async () => {
    const api = await anApi(await aBench());
    const others = Object.fromEntries(Array.from({ length: 50_000 }, (_, no) => [`field${no}`, no]));
    expect((await api.post('/api/campaigns', { ...others, ...tutorial })).body.errors).toHaveLength(20);
  });

  test('a zone that there is not', async () => {
    const api = await anApi(await aBench());
    const { status, body } = await api.post('/api/campaigns', { ...tutorial, time_zone: 'Mars/Base' });
    expect([status, body.type, body.detail]).toEqual([
      422,
      'urn:trickle:problem:bad_zone',
      expect.stringContaining('Mars/Base'),
    ]);
    expect(body.errors).toMatchObject([{ pointer: '/time_zone' }]);
  });

  test('in the address of a list, whose body is not even read', async () => {
    const api = await anApi(await aBench());
    const asked = new URLSearchParams([...settings, ['batch_size', '4'], ['delay', '5']]);
    const { status, body } = await api.post(`/api/campaigns?${asked}`, 'phone\n12015550101\n', csv);
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ parameter: 'batch_size' }, { parameter: 'delay' }]);
  });

  test.each([
    ['a line that is no JSON', '{"phone":"12015550101"}\n{"phone":\n', 2, /no JSON/],
    ['a line with a field that the first has not', '{"phone":"12015550101"}\n{"phone":"1","city":"x"}\n', 2, /“city”/],
    ['a line without end', `{"phone":"12015550101"}\n"${'1'.repeat(70_000)}`, 2, /at most/],
  ])('%s', async (_, list, line, detail) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const asked = new URLSearchParams({
      ...Object.fromEntries(settings),
      message_string: 'Hi! Reply STOP to opt out.',
    });
    const { status, body } = await api.post(`/api/campaigns?${asked}`, list, ndjson);
    expect([status, body.errors]).toEqual([422, [{ line, detail: expect.stringMatching(detail) }]]);
    expect(await api.waiting()).toEqual([]);
  });

  test.each([
    ['no JSON', '{"sender": ', { 'content-type': 'application/json' }, 400, 'bad_json'],
    ['no object', '[1]', { 'content-type': 'application/json' }, 400, 'bad_json'],
    ['of another kind', 'x', { 'content-type': 'text/plain' }, 415, 'unknown_type'],
    ['packed', 'x', { ...csv, 'content-encoding': 'gzip' }, 415, 'packed_body'],
  ])('a body that is %s', async (_, body, headers, status, code) => {
    const api = await anApi(await aBench());
    const answer = await api.post(`/api/campaigns?${settings}`, body, headers);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:trickle:problem:${code}`]);
  });
});

test('a body that says that it is not packed is taken, however that is spelled', async () => {
  const api = await anApi(await aBench());
  expect((await api.post('/api/campaigns', tutorial, { 'content-encoding': 'Identity' })).status).toBe(201);
});

test('lines of another encoding than UTF-8 are refused', async () => {
  const api = await anApi(await aBench());
  const answer = await api.ask(`/api/campaigns?${settings}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.secret}`, ...ndjson },
    body: Buffer.from([0x22, 0xe4, 0x22]),
  });
  expect([answer.status, answer.body.type]).toEqual([400, 'urn:trickle:problem:not_utf8']);
});

describe('whoever made the key is asked for each time:', () => {
  const as = (change: Partial<Member> | undefined) => {
    let now: Partial<Member> | undefined = {};
    const find = async (id: UserId) => now && aPerson({ id, ...now });
    const lose = () => {
      now = change;
    };
    return { people: { find, findNow: find, findNowOrLately: find }, lose };
  };
  test.each<[string, Partial<Member> | undefined, number, string]>([
    ['who left', { isDeactivated: true }, 403, 'not_a_member'],
    ['who became a guest', { isGuest: true }, 403, 'not_a_member'],
    ['of whom Slack says nothing', undefined, 503, 'unknown_person'],
  ])('somebody %s sends nothing in and sees nothing', async (_, change, status, code) => {
    const { people, lose } = as(change);
    const bench = await aBench({ people });
    const api = await anApi(bench);
    const { body } = await api.post('/api/campaigns', tutorial);
    lose();
    for (const answer of [
      await api.post('/api/campaigns', tutorial),
      await api.post(`/api/campaigns?${settings}`, 'phone\n12015550101\n', csv),
      await api.get('/api/campaigns'),
      await api.get(`/api/campaigns/${body.id}`),
      await api.get(`/api/campaigns/${body.id}/recipients`),
      await api.get(`/api/campaigns/${body.id}/replies`),
      await api.post(`/api/campaigns/${body.id}/pause`),
      await api.post(`/api/campaigns/${body.id}/cancel`),
      await api.post('/api/opt-outs', { numbers: ['+12015550101'] }),
    ]) {
      expect([answer.status, answer.body.type]).toEqual([status, `urn:trickle:problem:${code}`]);
    }
    expect(await bench.campaigns.list()).toHaveLength(1);
    expect(await bench.store.suppressions.count()).toBe(0);
  });

  test('somebody with many drafts deletes some first', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    for (let no = 0; no < 20; no += 1) await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
    const { status, body } = await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
    expect([status, body.type]).toEqual([409, 'urn:trickle:problem:many_drafts']);
  });
});
