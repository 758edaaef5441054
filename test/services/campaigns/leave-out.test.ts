import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../../src/domain/answering/answering-texts.ts';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { CampaignId } from '../../../src/domain/ids.ts';
import { rejectedCsv } from '../../../src/domain/list/read-list.ts';
import { allOf } from '../../../src/domain/many.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { admin, aFormInput, aNumber, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';

const list = ['phone,first_name', ...[0, 1, 2, 3].map((no) => `${aNumber(no)},Person ${no}`)].join('\n');
const lately = 'texted in the last 30 days';

/** Its people were texted: those at the first `size` numbers. */
async function anEarlierCampaign(bench: Bench, size: number): Promise<Campaign> {
  const earlier = await bench.approved({ name: 'Open evening', size, firstNumber: 0, hours: null });
  await bench.run(30);
  expect(bench.sent).toHaveLength(size);
  return earlier;
}

async function keep(bench: Bench, leaveOut: string, campaignId: CampaignId | null = null): Promise<string> {
  const { key } = await bench.campaigns.moreSettingsOf({ key: null, campaignId }, author);
  const typed = { ...writeAnswering(nothingForeseen), leaveOut };
  await bench.campaigns.keepMoreSettings({ key, campaignId }, { typed, by: author });
  return key;
}

async function drafted(bench: Bench, leaveOut: string, source = list) {
  const key = await keep(bench, leaveOut);
  const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), author, key);
  return bench.campaigns.draft({ content, source, by: author, origin: leaveOut });
}

async function approve(bench: Bench, { id }: Pick<Campaign, 'id'>) {
  const { contentHash: seen } = await bench.campaigns.preview(id);
  await bench.campaigns.submit(id, { by: author, contentHash: seen });
  await bench.campaigns.approve(id, { by: approver, contentHash: seen, ticked: ['nobody_said'] });
}

describe('a campaign that leaves out who was texted lately', () => {
  test('shows how many, tells its author who and why, and texts the others only', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 2);
    const { campaign, rejected } = await drafted(bench, lately);
    const { audience, samples, campaign: shown } = await bench.campaigns.preview(campaign.id);
    expect(audience).toEqual({ people: 2, optedOut: 0, leftOut: [2] });
    expect(shown.segments.total).toBe(2);
    expect((await bench.campaigns.preview(campaign.id)).textedLately).toBe(0);
    expect(samples.map(({ number }) => number)).toEqual(['•••• 0102', '•••• 0103']);
    expect(await rejectedCsv(rejected!)).toBe(
      `line,value,reason\r\n2,${aNumber(0)},was texted on 2 Mar 2026 by “Open evening”\r\n3,${aNumber(1)},was texted on 2 Mar 2026 by “Open evening”\r\n`,
    );
    await approve(bench, campaign);
    const before = bench.sent.length;
    await bench.run(30);
    expect(bench.sent.slice(before).map(({ to }) => to)).toEqual([aNumber(2), aNumber(3)]);
  });

  test('says so in its export, and to whoever asks why somebody got nothing', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 1);
    const { campaign } = await drafted(bench, lately);
    const reports = createReports(bench.deps);
    const { csv } = await reports.exportCsv(campaign.id, admin);
    expect(csv.split('\r\n')[1]).toContain('skipped,was texted on 2 Mar 2026 by “Open evening”');
    const { campaigns } = await reports.why(aNumber(0), author);
    const asked = campaigns.find((one) => one.campaign.id === campaign.id);
    expect(asked?.became.fate).toMatchObject({ kind: 'left_out', name: 'Open evening' });
  });

  test('leaves out whoever is texted between the approval and their turn, and counts them to the approver', async () => {
    const bench = await aBench();
    const { campaign } = await drafted(bench, lately);
    expect((await bench.campaigns.preview(campaign.id)).audience).toEqual({ people: 4, optedOut: 0, leftOut: [0] });
    const { contentHash: seen } = await bench.campaigns.preview(campaign.id);
    await bench.campaigns.submit(campaign.id, { by: author, contentHash: seen });
    await anEarlierCampaign(bench, 3);
    expect((await bench.campaigns.preview(campaign.id)).audience).toMatchObject({
      people: 1,
      leftOut: [3],
      submitted: 4,
    });
    await bench.campaigns.approve(campaign.id, { by: approver, contentHash: seen, ticked: ['nobody_said'] });
    await bench.run(30);
    expect(bench.sent.slice(3).map(({ to }) => to)).toEqual([aNumber(3)]);
    const { leftOut, progress } = await createReports(bench.deps).report(campaign.id);
    expect([leftOut.skipped, progress.skipped]).toEqual([{ [`texted_${await idOf(bench)}_2026-03-02`]: 3 }, 3]);
  });

  test('leaves out the same people when it starts after the time is over', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 2);
    const { campaign } = await drafted(bench, 'texted in the last day');
    await bench.clock.advance(30 * 3_600_000);
    expect((await bench.campaigns.preview(campaign.id)).audience).toMatchObject({ people: 2, leftOut: [2] });
    await approve(bench, campaign);
    await bench.run(30);
    expect(bench.sent.slice(2).map(({ to }) => to)).toEqual([aNumber(2), aNumber(3)]);
  });

  test('is refused when nobody is left', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 4);
    const refusal = await refusalOf(bench, () => drafted(bench, lately));
    expect(refusal).toMatchObject({ code: 'everybody_left_out', field: 'pasted' });
  });
});

describe('a campaign that leaves out who is in another one', () => {
  test('leaves out everybody on that list, who may be named by the start of its name', async () => {
    const bench = await aBench();
    await bench.approved({ name: 'Open evening', size: 2, firstNumber: 1, startAt: '2026-12-24T10:00:00.000Z' });
    const { campaign } = await drafted(bench, 'in campaign open');
    expect(campaign.leaveOut).toEqual([{ kind: 'in_campaign', campaignId: await idOf(bench), name: 'Open evening' }]);
    const preview = await bench.campaigns.preview(campaign.id);
    expect(preview.audience).toEqual({ people: 2, optedOut: 0, leftOut: [2] });
    expect(preview.alsoWaiting.people).toBe(0);
  });

  test('names every line that is wrong beside other wrong fields', async () => {
    const bench = await aBench();
    const { key } = await bench.campaigns.moreSettingsOf({ key: null, campaignId: null }, author);
    const typed = { ...writeAnswering(nothingForeseen), answerWithin: 'soon', leaveOut: 'in campaign Nowhere' };
    const refusal = await refusalOf(bench, () =>
      bench.campaigns.keepMoreSettings({ key, campaignId: null }, { typed, by: author }),
    );
    expect([...((refusal as unknown as { problems: Map<string, string> })?.problems.keys() ?? [])]).toEqual([
      'answerWithin',
      'leaveOut',
    ]);
  });
});

test('a campaign that takes another one’s list leaves out whom that one has texted', async () => {
  const bench = await aBench();
  const earlier = await anEarlierCampaign(bench, 2);
  await bench.store.campaigns.create(
    { ...earlier, id: 'wxyz6789' as CampaignId, origin: 'larger', name: 'Larger', version: 1, status: 'draft' },
    [0, 1, 2].map((no) => ({ number: aNumber(no), values: ['x'] })),
  );
  const key = await keep(bench, lately);
  const content = await bench.campaigns.read(
    aFormInput({ message: 'Again? Reply STOP.', hours: 'any time' }),
    author,
    key,
  );
  const source = { campaignId: 'wxyz6789' as CampaignId, result: { kind: 'all' as const } };
  const { campaign, rejected } = await bench.campaigns.draft({ content, source, by: author, origin: 'copy' });
  expect((await bench.campaigns.preview(campaign.id)).audience).toEqual({ people: 1, optedOut: 0, leftOut: [2] });
  expect((await allOf(rejected?.leftOut ?? [])).map(({ value }) => value)).toEqual([aNumber(0), aNumber(1)]);
  const nobody = { ...source, campaignId: earlier.id };
  const refusal = await refusalOf(bench, () =>
    bench.campaigns.draft({ content, source: nobody, by: author, origin: 'no' }),
  );
  expect(refusal?.code).toBe('everybody_left_out');
});

describe('an edit of whom it leaves out', () => {
  async function edit(bench: Bench, id: CampaignId, leaveOut: string): Promise<Campaign> {
    const key = await keep(bench, leaveOut, id);
    const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), author, key);
    const seen = seenOf(await bench.campaigns.get(id));
    return (await bench.campaigns.edit(id, { content, source: null, by: author, seen })).campaign;
  }

  test('is another content, with another list of who gets it', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 2);
    const { campaign } = await drafted(bench, '');
    const edited = await edit(bench, campaign.id, lately);
    expect(contentHash(edited)).not.toBe(contentHash(campaign));
    expect((await bench.campaigns.preview(campaign.id)).audience).toEqual({ people: 2, optedOut: 0, leftOut: [2] });
  });

  test('brings everybody back when the lines are taken out', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 2);
    const { campaign } = await drafted(bench, lately);
    const edited = await edit(bench, campaign.id, '');
    expect(edited.list.hash).not.toBe(campaign.list.hash);
    expect(edited.list.hash).toBe((await drafted(bench, '')).campaign.list.hash);
    await approve(bench, edited);
    await bench.run(30);
    expect(bench.sent.slice(2)).toHaveLength(4);
  });

  test('stays when something else is edited, and on a copy', async () => {
    const bench = await aBench();
    await anEarlierCampaign(bench, 2);
    const { campaign } = await drafted(bench, lately);
    const content = await bench.campaigns.read(aFormInput({ message: 'Hi. Reply STOP.' }), author);
    const edited = await bench.campaigns.edit(campaign.id, {
      content,
      source: null,
      by: author,
      seen: seenOf(campaign),
    });
    expect([edited.campaign.leaveOut, edited.campaign.list.leftOut]).toEqual([[{ kind: 'texted', days: 30 }], 2]);
    const { formKey } = await bench.campaigns.copy(campaign.id, author);
    const { settings } = await bench.campaigns.moreSettingsOf({ key: formKey, campaignId: null }, author);
    expect(settings.leaveOut).toEqual([{ kind: 'texted', days: 30 }]);
  });
});

async function idOf(bench: Bench): Promise<CampaignId> {
  return (await bench.store.campaigns.list()).find(({ name }) => name === 'Open evening')!.id;
}
