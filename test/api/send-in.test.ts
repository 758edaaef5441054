import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/domain/campaign/approval.ts';
import { anApi, tutorial } from '../support/api.ts';
import { admin, approver, channel } from '../support/builders.ts';
import { aBench } from '../support/services.ts';

const settings = new URLSearchParams({
  sender: '12015550123',
  message_string: 'Hi {{first_name}}! Reply STOP to opt out.',
  batch_size: '3',
  delay_period: '3600',
});
const csv = { 'content-type': 'text/csv' };
const ndjson = { 'content-type': 'application/x-ndjson; charset=utf-8' };

describe('a campaign that another program sends in', () => {
  test('is the tutorial’s own request, and waits for somebody else’s approval', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { status, headers, body } = await api.post('/api/campaigns', tutorial);
    expect([status, body.status, body.recipients, body.to_decide]).toEqual([201, 'pending_approval', 2, []]);
    expect(headers.get('location')).toBe(`/api/campaigns/${body.id}`);
    const campaign = await bench.campaigns.get(body.id);
    expect(campaign).toMatchObject({
      createdBy: admin,
      channel,
      template: tutorial.message_string,
      throttle: { batchSize: 3, everySeconds: 3600, holdAbove: 10 },
      hours: { from: '09:00', to: '20:00' },
    });
    await bench.run(5);
    expect(bench.sent).toEqual([]);
    const as = { contentHash: contentHash(campaign), ticked: ['nobody_said'] as const };
    await expect(bench.campaigns.approve(campaign.id, { by: admin, ...as })).rejects.toMatchObject({
      code: 'own_campaign',
    });
    await bench.campaigns.approve(campaign.id, { by: approver, ...as });
    expect((await api.get(`/api/campaigns/${body.id}`)).body).toMatchObject({ status: 'scheduled' });
  });

  test('says whatever the form can say, under the form’s own rules', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { status, body } = await api.post('/api/campaigns', {
      ...tutorial,
      name: 'Spring survey',
      start_at: '2026-12-01T09:00:00-05:00',
      not_after: '2026-12-24T18:00:00Z',
      sending_hours: 'Mon-Fri 10:00-16:00',
      time_zone: 'America/Chicago',
      hold_above: 3,
      pace: 'team',
      canary_first: 1,
      canary_then: 'alone',
      answer_within: 900,
      expected_answers: ['Yes: yes, sure => Thank you!', 'No: no'],
      canned_answers: ['Parking: Behind the house.'],
      outcomes: ['Called back'],
      leave_out: ['texted in the last 30 days'],
      consent_how: 'form',
      consent_wording: 'I agree to texts',
      consent_from: '2026-01-05',
      message_class: 'informational',
    });
    expect([status, body.to_decide]).toEqual([201, []]);
    expect(await bench.campaigns.get(body.id)).toMatchObject({
      name: 'Spring survey',
      startAt: '2026-12-01T14:00:00.000Z',
      notAfter: '2026-12-24T18:00:00.000Z',
      hours: { zone: 'America/Chicago', days: [1, 2, 3, 4, 5], from: '10:00', to: '16:00' },
      zone: 'America/Chicago',
      throttle: { holdAbove: 3, pace: 'team' },
      canary: { first: 1, goOn: 'alone' },
      answering: {
        expected: [{ label: 'Yes', thankYou: 'Thank you!' }, { label: 'No' }],
        canned: [{ label: 'Parking' }],
        outcomes: ['Called back'],
        answerWithinSeconds: 900,
      },
      leaveOut: [{ kind: 'texted', days: 30 }],
      consent: { how: 'form', wording: 'I agree to texts', from: '2026-01-05', class: 'informational' },
    });
  });

  test('never waits for replies where it says so, and may leave at any time', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { body } = await api.post('/api/campaigns', { ...tutorial, hold_above: null, sending_hours: 'any time' });
    expect(await bench.campaigns.get(body.id)).toMatchObject({ throttle: { holdAbove: null }, hours: null });
  });

  test('has people with fields, which fill in its placeholders', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const recipients = [
      { phone: '12015550101', first_name: 'Ada', city: null },
      { phone: '12015550102', first_name: 'Ben "B", jr', children: 2 },
    ];
    const sent = { ...tutorial, recipients, message_string: settings.get('message_string')! };
    const { body } = await api.post('/api/campaigns', sent);
    const people = await api.get(`/api/campaigns/${body.id}/recipients`);
    expect(people.body.recipients).toMatchObject([
      { position: 1, number: '•••• 0101', fields: { first_name: 'Ada', city: '', children: '' }, state: 'queued' },
      { position: 2, number: '•••• 0102', fields: { first_name: 'Ben "B", jr', children: '2' } },
    ]);
  });

  test('has fields of any name, which others may lack', async () => {
    const api = await anApi(await aBench());
    const recipients = [
      JSON.parse('{"phone":"12015550101","constructor":"Bauer & Sons","__proto__":"x"}'),
      '12015550102',
      { phone: '12015550102' },
    ];
    const { status, body } = await api.post('/api/campaigns', { ...tutorial, recipients });
    expect(status).toBe(201);
    const people = await api.get(`/api/campaigns/${body.id}/recipients`);
    expect(people.text).toContain('"fields":{"constructor":"Bauer & Sons","proto":"x"}');
    expect(people.text).toContain('"fields":{"constructor":"","proto":""}');
  });

  test.each([
    ['CSV', csv, 'phone,first_name\r\n+12015550101,Ada\r\n+12015550102,Ben\r\n'],
    ['NDJSON', ndjson, '{"phone":"12015550101","first_name":"Ada"}\n\n{"first_name":"Ben","phone":12015550102}\n'],
  ])('comes as %s with its settings in the address', async (_, headers, list) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { status, body } = await api.post(`/api/campaigns?${settings}`, list, headers);
    expect([status, body.status, body.recipients]).toEqual([201, 'pending_approval', 2]);
    const people = await api.get(`/api/campaigns/${body.id}/recipients`);
    expect(people.body.recipients).toMatchObject([
      { fields: { first_name: 'Ada' } },
      { fields: { first_name: 'Ben' } },
    ]);
  });

  test('stays a draft while a person has to decide something, who is told once and decides it from the list that was kept', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const list = 'home phone,work phone,first_name\n12015550101,12015550201,Ada\n12015550102,12015550202,Ben\n';
    const again = { ...csv, 'idempotency-key': 'once' };
    const { status, body } = await api.post(`/api/campaigns?${settings}`, list, again);
    expect([status, body.status]).toEqual([201, 'draft']);
    expect(body.to_decide).toEqual([expect.stringContaining('Choose the column')]);
    await api.post(`/api/campaigns?${settings}`, list, again);
    const told = (await bench.store.announcements.pending()).filter(({ kind }) => kind === 'direct');
    expect(told).toMatchObject([{ to: admin, campaignId: body.id, text: expect.stringContaining('“CRM”') }]);

    const draft = await bench.campaigns.get(body.id);
    expect(await api.waiting()).toEqual([(draft.listSource as { id: string }).id]);
    const { campaign } = await bench.campaigns.decideList(draft.id, {
      choices: { numbersFrom: 'column-1' },
      by: admin,
      seen: { contentHash: contentHash(draft), status: 'draft' },
      open: async (id) => (await api.uploads.open(id))!,
    });
    expect(campaign.list.reading?.questions).toEqual([]);
  });

  test('is the maker’s draft where its message may not go out, with the reason', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const { status, body } = await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' });
    expect([status, body.status]).toEqual([201, 'draft']);
    expect(body.to_decide).toEqual([expect.stringContaining('Carriers ban lists')]);
    expect((await api.get(`/api/campaigns/${body.id}`)).body.to_decide).toEqual(body.to_decide);
  });

  test('names itself by its key and the moment on its maker’s clock, if it has no name', async () => {
    const bench = await aBench({ start: '2026-11-28T14:05:00.000Z' });
    const api = await anApi(bench);
    expect((await api.post('/api/campaigns', tutorial)).body.name).toBe('CRM 2026-11-28 15:05');
  });
});
