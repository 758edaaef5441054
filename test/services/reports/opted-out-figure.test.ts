import { beforeEach, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { createOptOuts } from '../../../src/services/replies/opt-outs.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { admin, agent } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const ada = phoneOf(1) as PhoneNumber;
let bench: Bench;
let spring: Campaign;

beforeEach(async () => {
  bench = await aBench({ disk: simulatedDisk() });
  spring = await bench.approved({ size: 3 });
  await bench.run(3);
});

/** One after the other, and how many the campaign's message then says opted out. */
type Act = (from?: PhoneNumber) => Promise<unknown>;
const says =
  (text: string): Act =>
  (from = ada) =>
    bench.hear(text, from);
const theirs = async () => (await bench.store.conversations.find(spring.id, ada))!.id;
const optsOut: Act = async () => bench.inbox.optOut(await theirs(), agent);
const keeps: Act = async () => bench.inbox.keep(await theirs(), agent);
const entered: Act = () => createOptOuts(bench.deps).add(ada, agent);
const lifted: Act = () => createOptOuts(bench.deps).remove(ada, { by: admin, because: 'she asked by letter' });
const carrier: Act = () =>
  bench.receipts.receive({
    ref: `v1.${spring.id}.0.1`,
    messageId: `v1.${spring.id}.0.1`,
    status: 'rejected',
    code: '1240',
    at: bench.clock.now().toISOString(),
  });
const STOP = says('STOP');
const START = says('START');

test.each<[string, Act[], number]>([
  ['who wrote STOP', [STOP], 1],
  ['who wrote it twice, once', [STOP, STOP], 1],
  ['nobody who wrote START since', [STOP, START], 0],
  ['who wrote STOP once more after that', [STOP, START, STOP], 1],
  ['nobody who may have meant it', [says('Please cancel my appointment at three')], 0],
  ['nobody of whom an agent said that they did not', [says('Please cancel my appointment at three'), keeps], 0],
  [
    'whom an agent opted out, because they may have meant it',
    [says('Please cancel my appointment at three'), optsOut],
    1,
  ],
  ['whom an agent opted out, whatever they wrote', [says('Who is this?'), optsOut], 1],
  ['nobody whom an admin took off the opt-outs since', [says('Who is this?'), optsOut, lifted], 0],
  ['whom the carrier reports', [carrier], 1],
  ['whom the carrier reports and who wrote STOP, once', [carrier, STOP], 1],
  ['nobody whom the carrier had reported, and who wrote START since', [carrier, START], 0],
  ['nobody whose number was entered by hand, for that has to do with no campaign', [entered], 0],
  ['nobody who just answered', [says('See you there')], 0],
])('the campaign says that these opted out: %s', async (_, acts, optedOut) => {
  for (const act of acts) {
    await bench.clock.advance(2_000);
    await act();
  }
  expect((await createReports(bench.deps).report(spring.id)).optedOut).toBe(optedOut);
  await bench.close();
  const restarted = await aBench({ disk: bench.disk });
  expect((await createReports(restarted.deps).report(spring.id)).optedOut).toBe(optedOut);
});

test('a STOP counts in the campaign that it answered, and not any more in one that a START has come after', async () => {
  await STOP();
  await bench.clock.advance(2_000);
  await START();
  await bench.clock.advance(2_000);
  const summer = await bench.approved({ size: 3 });
  await bench.run(3);
  await STOP();
  const reports = createReports(bench.deps);
  expect((await reports.report(spring.id)).optedOut).toBe(0);
  expect((await reports.report(summer.id)).optedOut).toBe(1);
});
