import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { UserId } from '../../src/domain/ids.ts';
import { closedMetrics, type Gauges, healthRoutes, metricsRoutes } from '../../src/http/health.ts';
import type { Reply, Route } from '../../src/http/http-server.ts';
import { createLog } from '../../src/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { aCampaign } from '../support/builders.ts';

const now = new Date('2026-03-02T09:01:30.000Z');

const quiet: Gauges = {
  inFlight: () => 0,
  webhooks: () => ({}),
  refusals: () => ({ not_allowed: 2 }),
  api: () => ({ '201': 1, '401': 3 }),
  cuts: () => 0,
  slackReached: () => true,
  slackTrouble: () => undefined,
  lookupsUnanswered: () => 3,
  clockFoundWrong: () => 1,
  now: () => now,
};

function ask(routes: ReadonlyMap<string, Route>, path: string, headers: object = {}): Promise<Reply> {
  const request = { method: 'GET', headers: headers as IncomingHttpHeaders, rawHeaders: [], body: Buffer.alloc(0) };
  return routes.get(path)!.handle(request);
}

async function metricsOf(store: Store, trouble?: string): Promise<string> {
  const { body } = await ask(
    metricsRoutes(store, { ...quiet, slackTrouble: () => trouble }, undefined, createLog('silent')),
    '/metrics',
  );
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

test('the figures are for whoever knows the token, and nobody else', async () => {
  const store = await openLowdbStore({ folder: '/health', disk: simulatedDisk(), now: () => now });
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const routes = metricsRoutes(store, quiet, 'a-token-for-the-figures', log);
  const wrong = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'a-token-for-the-figures',
    'Bearer a-token-for-the-figure',
    'Basic x',
  ];
  for (const authorization of wrong) {
    const reply = await ask(routes, '/metrics', authorization === undefined ? {} : { authorization });
    expect([reply.status, String(reply.body)]).toEqual([401, expect.not.stringContaining('trickle_')]);
  }
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('METRICS_TOKEN');
  expect(lines[0]).not.toContain('Bearer');
  const reply = await ask(routes, '/metrics', { authorization: 'Bearer a-token-for-the-figures' });
  expect([reply.status, String(reply.body)]).toEqual([
    200,
    expect.stringContaining('trickle_refusals_total{code="not_allowed"} 2'),
  ]);
  expect(String(reply.body)).toContain('trickle_api_answers_total{status="401"} 3');
  expect(await ask(closedMetrics, '/metrics')).toMatchObject({ status: 403 });
  await store.close();
});

test('what anybody may ask is answered with yes or no, and not with why', async () => {
  const sick = { trouble: () => 'ENOSPC: no space left on device, write /srv/data/journal' } as Store;
  const well = { trouble: () => undefined } as Store;
  expect(await ask(healthRoutes(sick), '/readyz')).toEqual({ status: 503, body: 'not ready' });
  expect(await ask(healthRoutes(well), '/readyz')).toEqual({ status: 200, body: 'ok' });
  expect(await ask(healthRoutes(sick), '/healthz')).toEqual({ status: 200, body: 'ok' });
});
test('the metrics tell how often Slack did not say who somebody is, which starts wait for it, and a wrong clock', async () => {
  const store = await openLowdbStore({ folder: '/health', disk: simulatedDisk(), now: () => now });
  const waiting = aCampaign({ status: 'scheduled', startedAt: null, startWaitsSince: '2026-03-02T09:00:00.000Z' });
  await store.campaigns.create(waiting, []);
  const metrics = await metricsOf(store);
  expect(metrics).toContain('trickle_slack_lookups_unanswered_total 3\n');
  expect(metrics).toContain('trickle_starts_waiting_for_slack 1\n');
  expect(metrics).toContain('trickle_clock_found_wrong_total 1\n');
  await store.close();
});
