import { expect, onTestFinished, test } from 'vitest';
import { mostInAnySecond } from '../../playground/vonage/oracle.ts';
import { approveCampaign } from '../support/story.ts';
import { startWorld } from '../support/world.ts';

test('the sender’s limit holds at the provider in every sliding second', async () => {
  const world = await startWorld({ environment: { SMS_SENDERS: '12015550123:20/s', ACCOUNT_RATE: '30/s' } });
  onTestFinished(world.close);
  await approveCampaign(world.slack, { recipients: 60, batchSize: 60 });
  await world.vonage.until(() => world.vonage.accepted.length >= 60, { timeoutMs: 20_000 });

  // Exact by property in rate-limits.test.ts; here the provider shares our busy process and may stamp two of them late.
  const arrivals = world.vonage.requests.filter(({ path }) => path === '/v1/messages').map(({ at }) => at);
  expect(mostInAnySecond(arrivals)).toBeLessThanOrEqual(22);
});
