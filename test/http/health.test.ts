import { expect, test } from 'vitest';
import { UserId } from '../../src/domain/ids.ts';
import { healthRoutes } from '../../src/http/health.ts';
import type { Store } from '../../src/ports.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';

const now = new Date('2026-03-02T09:01:30.000Z');

async function metricsOf(store: Store, trouble?: string): Promise<string> {
  const gauges = { inFlight: () => 0, webhooks: () => ({}), slackTrouble: () => trouble, now: () => now };
  const { handle } = healthRoutes(store, gauges).get('/metrics')!;
  const { body } = await handle({ method: 'GET', url: '/metrics', headers: {}, body: Buffer.alloc(0) } as never);
  return String(body);
}

test('the metrics tell what the team is owed, how old the oldest of it is, and whether Slack is the trouble', async () => {
  const store = await openLowdbStore({ folder: '/health', disk: simulatedDisk(), now: () => now });
  expect(await metricsOf(store)).toMatch(
    /trickle_announcements_pending 0\n[^\n]*\ntrickle_announcements_oldest_seconds 0\n/,
  );

  const owed = { kind: 'direct', campaignId: null, to: UserId.parse('U0ADA'), text: 'Hello' } as const;
  await store.announcements.add([
    { id: 'second', at: '2026-03-02T09:01:00.000Z', ...owed },
    { id: 'first', at: '2026-03-02T09:00:00.000Z', ...owed },
  ]);
  const metrics = await metricsOf(store, 'Slack has not been reached for 12 seconds.');
  expect(metrics).toContain('trickle_announcements_pending 2\n');
  expect(metrics).toContain('trickle_announcements_oldest_seconds 90\n');
  expect(metrics).toContain('trickle_slack_trouble 1\n');
  await store.close();
});
