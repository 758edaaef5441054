import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { admin, agent } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

test('an admin’s export tells how each conversation ended, who handled it and what was said; the channel’s summary does not', async () => {
  const bench = await aBench({ settings: { roles: { creators: [], approvers: [], admins: [admin] } } });
  const answering = { ...nothingForeseen, outcomes: ['Call back'] };
  const campaign = await bench.approved({ size: 2, answering });
  await bench.run(5);
  await bench.hear('=HYPERLINK("x")', phoneOf(1) as PhoneNumber);
  const [conversation] = await bench.store.conversations.ofCampaign(campaign.id);
  const answered = bench.inbox.answer(conversation!.id, {
    text: 'We call you',
    by: agent,
    key: 'k',
    outcome: 'Call back',
  });
  await bench.run(3);
  await answered;
  const reports = createReports(bench.deps);
  const [head, first, second] = (await reports.exportCsv(campaign.id, admin)).csv.split('\r\n');
  expect(head).toMatch(/,outcome,handled_by,replies,answers$/);
  expect(first).toMatch(/,Call back,U0AGENT,"'=HYPERLINK\(""x""\)",We call you$/);
  expect(second).toMatch(/,,,,$/);
  expect((await reports.summaryCsv(campaign.id)).csv).not.toContain('We call you');
});
