import { describe, expect, test } from 'vitest';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import { createDrafting } from '../../../src/services/campaigns/drafting.ts';
import { aFormInput, agent, approver, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

async function draft(bench: Bench, source: string, message = 'Hi {{first_name|there}}! Reply STOP to opt out.') {
  const content = await bench.campaigns.read(aFormInput({ message, hours: 'any time' }), author);
  return bench.campaigns.draft({ content, source, by: author, origin: `form of ${source.length}` });
}

const open = async (): Promise<never> => {
  throw new Error('nothing is stored in Slack here');
};

describe('the list of a draft', () => {
  test('costs what each country costs, over the whole list, and names whose price is not known', async () => {
    const bench = await aBench({ prices: { US: 0.01, DE: 0.08 } });
    const { campaign } = await draft(bench, 'phone\n+12015550101\n+12015550102\n+4915228817386\n+4791234567\n');
    const { cost } = await bench.campaigns.preview(campaign.id);
    expect(cost).toEqual({ amount: 0.1, currency: 'EUR', unpriced: ['NO'] });
  });

  test('cannot be repeated in the message by the column that the numbers come from', async () => {
    const bench = await aBench();
    await expect(
      draft(bench, 'phone\n+12015550101\n', 'You are {{phone}}. Reply STOP to opt out.'),
    ).rejects.toMatchObject({
      code: 'number_placeholder',
      message: expect.stringContaining('{{phone}} is the column that the numbers come from'),
    });
  });

  test('names the file’s lines where somebody has no value', async () => {
    const bench = await aBench();
    const list = 'Spring volunteers\n\nphone,first_name\n+12015550101,Ada\n12,Bob\n+12015550103,NULL\n';
    await expect(draft(bench, list, 'Hi {{first_name}}! Reply STOP.')).rejects.toThrow(
      '1 recipient has no first_name (line 6).',
    );
  });

  test('keeps the file’s lines, for the export too', async () => {
    const bench = await aBench();
    const { campaign } = await draft(bench, 'phone,first_name\n12,Nobody\n+12015550101,Ada\n');
    const [ada] = await bench.store.recipients.page(campaign.id, { from: 0, limit: 5 });
    expect(ada?.line).toBe(3);
  });

  test('tells how far it is when it is read again, and when nothing is left to be read', async () => {
    const bench = await aBench();
    const { campaign } = await draft(bench, 'Phone,Telephone\n+12015550101,+12015550102\n');
    const { lists } = bench.deps;
    const told: string[] = [];
    const campaigns = createDrafting({
      ...bench.deps,
      lists: {
        ...lists,
        read(source, { progress, ...options }) {
          progress?.(1, 2);
          return lists.read(source, options);
        },
      },
    });
    await campaigns.decideList(campaign.id, {
      choices: { numbersFrom: 'column-1' },
      by: author,
      seen: seenOf(campaign),
      open,
      progress: (lines, about) => told.push(about === null ? `all ${lines}` : `${lines} of ${about}`),
    });
    expect(told).toEqual(['1 of 2', 'all 1']);
  });

  test('is asked about before anybody else can be asked to approve it, and is read again with the answer', async () => {
    const bench = await aBench();
    const { campaign } = await draft(bench, 'Phone,Telephone\n+12015550101,+12015550102\n');
    const { contentHash } = await bench.campaigns.preview(campaign.id);
    await expect(bench.campaigns.submit(campaign.id, { by: author, contentHash })).rejects.toMatchObject({
      code: 'open_question',
      field: 'numbersFrom',
    });
    const choices = { numbersFrom: 'column-1' };
    await bench.campaigns.decideList(campaign.id, { choices, by: author, seen: seenOf(campaign), open });
    const [only] = await bench.store.recipients.page(campaign.id, { from: 0, limit: 5 });
    expect(only?.number).toBe('+12015550102');
  });

  test('is another list for the approver once the author has decided otherwise', async () => {
    const bench = await aBench();
    const { campaign } = await draft(bench, 'Mobile,Unsubscribed\n+12015550101,yes\n+12015550102,no\n');
    const before = await bench.campaigns.preview(campaign.id);
    await bench.campaigns.submit(campaign.id, { by: author, contentHash: before.contentHash });
    await bench.campaigns.decideList(campaign.id, {
      choices: { textMarked: true },
      by: agent,
      seen: { contentHash: before.contentHash, status: 'pending_approval' },
      open,
    });
    const approval = { by: approver, contentHash: before.contentHash };
    await expect(bench.campaigns.approve(campaign.id, approval)).rejects.toMatchObject({ code: 'not_pending' });
    expect((await bench.campaigns.preview(campaign.id)).contentHash).not.toBe(before.contentHash);
  });

  test('is forgotten where it came from once it is approved, and cannot be decided about any more', async () => {
    const bench = await aBench();
    const { campaign } = await draft(bench, 'Mobile,Unsubscribed\n+12015550101,yes\n+12015550102,no\n');
    const { contentHash } = await bench.campaigns.preview(campaign.id);
    await bench.campaigns.submit(campaign.id, { by: author, contentHash });
    const approved = await bench.campaigns.approve(campaign.id, { by: approver, contentHash, ticked: ['nobody_said'] });
    expect([campaign.listSource?.kind, approved.listSource]).toEqual(['pasted', null]);
    const late = bench.campaigns.decideList(campaign.id, {
      choices: { textMarked: true },
      by: author,
      seen: seenOf(campaign),
      open,
    });
    await expect(late).rejects.toMatchObject({ code: 'not_editable' });
  });
});
