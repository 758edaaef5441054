import { expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { admin, agent } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

test('an export has whole numbers and conversations, harmless to spreadsheets, and the thread says who took it', async () => {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 2 });
  await bench.postMessage(campaign);
  await bench.run(3);
  await bench.hear('=1+1', phoneOf(1) as PhoneNumber);
  const talk = (await bench.store.conversations.find(campaign.id, phoneOf(1) as PhoneNumber))!;
  await bench.inbox.handle(talk.id, agent);

  const { csv } = await createReports(bench.deps).exportCsv(campaign.id, admin);
  const [head, first] = csv.split('\r\n');
  expect(head).toMatch(/,outcome,handled_by,replies,answers$/);
  expect(first).toContain(phoneOf(1));
  expect(first).toMatch(new RegExp(`,${agent},'=1\\+1,$`));
  expect(await bench.notes(campaign.id)).toContain('exported');
});

test('the summary for the channel has neither whole numbers nor conversations, and tells nobody', async () => {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 2 });
  await bench.postMessage(campaign);
  const { csv } = await createReports(bench.deps).summaryCsv(campaign.id);
  expect(csv).not.toContain(phoneOf(1));
  expect(csv).not.toContain('replies');
  expect(await bench.notes(campaign.id)).not.toContain('exported');
});
