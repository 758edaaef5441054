import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { aFormInput, aNumber, approver, author } from '../../support/builders.ts';
import { aBench, type Bench, type BenchOptions } from '../../support/services.ts';

const cubans = Array.from({ length: 4 }, (_, no) => `+535123450${no}` as PhoneNumber);
const fraud = 'Bo, your bank is locked: http://evil.example/now';
const list = ['name,phone', `Ann,${aNumber(1)}`, ...cubans.map((number) => `"${fraud}",${number}`)].join('\n');

/** The Cubans are opted out when the list is read, or whom the test names. */
async function drafted(options: BenchOptions = {}, source = list, optedOut: readonly PhoneNumber[] = cubans) {
  const bench = await aBench({ prices: { US: 0.01, CU: 0.08 }, ...options });
  for (const number of optedOut) await bench.hear('STOP', number);
  const message = 'Hi {{name}}! Reply STOP to opt out.';
  const content = await bench.campaigns.read(aFormInput({ message, hours: 'any time' }), author);
  const { campaign } = await bench.campaigns.draft({ content, source, by: author, origin: 'form' });
  return { bench, id: campaign.id };
}

async function submit({ campaigns }: Bench, id: Campaign['id']) {
  const { contentHash } = await campaigns.preview(id);
  await campaigns.submit(id, { by: author, contentHash });
  return contentHash;
}

async function writeStart(bench: Bench, numbers: readonly PhoneNumber[]) {
  await bench.clock.advance(5_000);
  for (const number of numbers) await bench.hear('START', number);
}

describe('people who are opted out when the list is read', () => {
  test('are measured as everybody else: places, cost, links, and who has to agree', async () => {
    const { bench, id } = await drafted({ settings: { roles: { creators: [], approvers: [], admins: ['U0ADMIN'] } } });
    const preview = await bench.campaigns.preview(id);
    expect(preview.places.map(({ country, people }) => [country, people])).toEqual([
      ['CU', 4],
      ['US', 1],
    ]);
    expect(preview.cost?.amount.toFixed(2)).toBe('0.33');
    expect(preview.campaign.segments.odd).toMatchObject({ people: 4, links: 4, hosts: ['evil.example'] });
    expect(preview.audience).toEqual({ people: 1, optedOut: 4 });
    const seen = await submit(bench, id);
    await expect(
      bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      code: 'needs_admin',
    });
  });

  test('get the message when they write START before their batch, as the approver was told', async () => {
    const { bench, id } = await drafted({ settings: { roles: { creators: [], approvers: [], admins: [approver] } } });
    const seen = await submit(bench, id);
    await bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] });
    await writeStart(bench, cubans.slice(0, 3));
    await bench.run(30);
    expect(bench.sent.map(({ to }) => to).sort()).toEqual([aNumber(1), ...cubans.slice(0, 3)].sort());
  });

  test('are measured again, once the message is another one', async () => {
    const { bench, id } = await drafted();
    const message = 'Hello {{name}}! Reply STOP to opt out.';
    const content = await bench.campaigns.read(aFormInput({ message, hours: 'any time' }), author);
    const { campaign } = await bench.campaigns.preview(id);
    const seen = { contentHash: contentHash(campaign), status: campaign.status };
    const edited = await bench.campaigns.edit(id, { content, source: null, by: author, seen });
    expect(edited.campaign.segments.odd).toMatchObject({ people: 4 });
  });

  test('are marked among all messages, and are no sample of what people will read', async () => {
    const { bench, id } = await drafted();
    const { samples } = await bench.campaigns.preview(id);
    expect(samples.map(({ text, isLeftOut }) => [text, isLeftOut])).toEqual([
      ['Hi Ann! Reply STOP to opt out.', false],
    ]);
    const { messages } = await bench.campaigns.messages(id, { page: 0, by: author });
    expect(messages.filter(({ isLeftOut }) => isLeftOut)).toHaveLength(4);
  });

  test('give way to others further down the list who get it', async () => {
    const people = Array.from({ length: 1_200 }, (_, no) => aNumber(no));
    const source = ['name,phone', ...people.map((number) => `Ann,${number}`)].join('\n');
    const { bench, id } = await drafted({}, source, [aNumber(0), aNumber(1), aNumber(3)]);
    const { samples } = await bench.campaigns.preview(id);
    expect(samples.map(({ number }) => number)).toEqual(['•••• 0102', '•••• 0104', '•••• 0105']);
  });

  test('are the samples once nobody on the list gets it', async () => {
    const { bench, id } = await drafted();
    await bench.hear('STOP', aNumber(1));
    const { samples } = await bench.campaigns.preview(id);
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.every(({ isLeftOut }) => isLeftOut)).toBe(true);
  });
});

describe('links that the list brings in', () => {
  const names = (link: string) =>
    Array.from({ length: 40 }, (_, no) => `${no < 4 ? 'Ann' : `Ann ${link}`},${aNumber(no)}`);

  test.each(['pay-pal1.buzz', 'pay1.zip', 'pay.ＣＯＭ', 'Pay1.Com.', 'п.онлайн'])(
    'are told, such as %s',
    async (link) => {
      const { bench, id } = await drafted({}, ['name,phone', ...names(link)].join('\n'), []);
      const { campaign, samples } = await bench.campaigns.preview(id);
      expect(campaign.segments.odd).toMatchObject({ people: 36, links: 36, doubtful: 0, hosts: [expect.any(String)] });
      expect(samples[0]?.text).toContain(link);
    },
  );

  test('are told apart from what only may be one', async () => {
    const { bench, id } = await drafted({}, ['name,phone', ...names('Anne.Marie')].join('\n'), []);
    const { campaign } = await bench.campaigns.preview(id);
    expect(campaign.segments.odd).toMatchObject({ links: 0, doubtful: 36, doubtfulHosts: ['anne.marie'] });
  });

  test('are shown before everything else that is odd, and none of their hosts goes uncounted', async () => {
    const rows = Array.from({ length: 300 }, (_, no) => `Anne.Marie,+1201556${1000 + no}`);
    const links = Array.from({ length: 7 }, (_, no) => `evil${no}.com,${aNumber(no)}`);
    const { bench, id } = await drafted({}, ['name,phone', ...rows, ...links].join('\n'), []);
    const { campaign } = await bench.campaigns.preview(id);
    expect(campaign.segments.odd).toMatchObject({ links: 7, doubtful: 300, moreHosts: 2 });
    expect(campaign.segments.odd?.nos.slice(0, 8)).toEqual([300, 301, 302, 303, 304, 305, 306, 0]);
  });
});

describe('how many get it', () => {
  test('is counted when it is looked at, and held against what it was at the submission', async () => {
    const { bench, id } = await drafted();
    await submit(bench, id);
    expect((await bench.campaigns.preview(id)).audience).toEqual({ people: 1, optedOut: 4, submitted: 1 });
    await writeStart(bench, cubans.slice(0, 2));
    expect((await bench.campaigns.preview(id)).audience).toEqual({ people: 3, optedOut: 2, submitted: 1 });
    await bench.clock.advance(5_000);
    await bench.hear('STOP', aNumber(1));
    expect((await bench.campaigns.preview(id)).audience).toEqual({ people: 2, optedOut: 3, submitted: 1 });
    expect((await bench.campaigns.openReview(id, approver)).preview.forecast.batches).toBe(1);
  });

  test('is counted again for the thread when sending begins', async () => {
    const { bench, id } = await drafted({ settings: { roles: { creators: [], approvers: [], admins: [approver] } } });
    const seen = await submit(bench, id);
    await bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] });
    await writeStart(bench, cubans.slice(0, 2));
    expect((await createReports(bench.deps).report(id)).audience).toBe(3);
  });
});

describe('a campaign of a former version, which measured nobody who was opted out', () => {
  const admin = { settings: { roles: { creators: [], approvers: [], admins: [approver] } } };

  /** What such a version stored of the American alone. */
  async function measuredInPart(bench: Bench, id: Campaign['id']): Promise<Campaign> {
    const { odd: _, edition: __, ...segments } = (await bench.store.campaigns.get(id))!.segments;
    const campaign = {
      ...(await bench.store.campaigns.get(id))!,
      segments: {
        ...segments,
        total: 1,
        costs: [{ segments: 1, people: 1 }],
        countries: [{ country: 'US', people: 1, parts: 1 }],
        samples: [0],
      },
    };
    const saved = await bench.store.campaigns.save(campaign);
    if (saved === 'stale') throw new Error('Somebody else changed the campaign of the test.');
    return saved;
  }

  test('is measured again before anybody approves it', async () => {
    const { bench, id } = await drafted({ settings: { roles: { creators: [], approvers: [], admins: ['U0ADMIN'] } } });
    await measuredInPart(bench, id);
    const seen = await submit(bench, id);
    const { preview } = await bench.campaigns.openReview(id, approver);
    expect([preview.campaign.segments.odd?.people, preview.abroad]).toEqual([
      4,
      [{ country: 'CU', people: 4, parts: 4 }],
    ]);
    expect((await bench.campaigns.messages(id, { page: 0, by: approver })).messages[0]).toMatchObject({ isOdd: true });
    await expect(
      bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      code: 'needs_admin',
    });
  });

  test('does not start once approved, when those say or cost what its approver was not shown', async () => {
    const { bench, id } = await drafted(admin);
    const seen = await submit(bench, id);
    await bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] });
    await measuredInPart(bench, id);
    await writeStart(bench, cubans);
    await bench.run(30);
    expect([bench.sent.length, (await bench.campaigns.get(id)).status]).toEqual([0, 'failed']);
  });

  test('starts, when they are people like all others', async () => {
    const { bench, id } = await drafted(admin, `name,phone\nAnn,${aNumber(1)}\nBo,${aNumber(2)}`, [aNumber(2)]);
    const seen = await submit(bench, id);
    await bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] });
    await measuredInPart(bench, id);
    await writeStart(bench, [aNumber(2)]);
    await bench.run(30);
    expect(bench.sent.length).toBe(2);
  });
});
