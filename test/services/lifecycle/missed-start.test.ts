import { expect, test } from 'vitest';
import { agent, approver } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';

test('a start that was missed is not made up for when its approver may not approve any more', async () => {
  const approvers: string[] = [approver];
  const bench = await aBench({ settings: { roles: { creators: [], approvers, admins: [] } } });
  const { id } = await bench.approved({ size: 2 });
  await bench.clock.advance(2 * 3_600_000);
  await bench.run(2);
  expect((await bench.campaigns.get(id)).pause?.reason).toBe('missed_start');

  approvers[0] = agent;
  await expect(bench.campaigns.resume(id, agent)).rejects.toThrow('may not approve any more');
  approvers[0] = approver;
  await bench.campaigns.resume(id, agent);
  await bench.run(4);
  expect(bench.sent).toHaveLength(2);
});
