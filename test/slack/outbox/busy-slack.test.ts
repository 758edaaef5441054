import { expect, onTestFinished, test } from 'vitest';
import { startBench } from '../slack-bench.ts';

test.each([
  { kind: '429', retryAfterS: 3_600 },
  { kind: '500', times: 2 },
] as const)('whoever presses while Slack takes no window ($kind) hears that, and no word of a bug', async (trouble) => {
  const bench = await startBench();
  onTestFinished(bench.close);
  const ada = bench.slack.as('ada');
  bench.slack.trouble({ method: 'views.open', ...trouble });
  await ada.command('/sms-campaign');
  await bench.slack.until(() => ada.ephemerals().length === 1);
  expect(ada.ephemerals()[0]?.text).toContain('Slack takes nothing from Trickle just now');
  expect(bench.log.filter(({ level }) => level === 'error')).toEqual([]);
  await ada.command('/sms-campaign');
  await bench.slack.until(() => ada.openModal());
});
