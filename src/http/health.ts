import type { Announcement } from '../domain/announcement.ts';
import { CampaignStatus } from '../domain/campaign-status.ts';
import { noCounts } from '../domain/recipient.ts';
import type { Store } from '../ports.ts';
import type { Reply, Route } from './http-server.ts';

/** What `/metrics` tells beside the store's counts, asked anew each time. */
export type Gauges = {
  inFlight(): number;
  /** How webhooks ended since the start, by kind of end. */
  webhooks(): Readonly<Record<string, number>>;
  /** Undefined while Slack takes our posts. */
  slackTrouble(): string | undefined;
  now(): Date;
};

/**
 * `/healthz`: the process lives. `/readyz`: it can store, so webhooks are taken and messages sent; trouble with Slack is
 * only in the metrics, because webhooks must go on coming in meanwhile.
 */
export function healthRoutes(store: Store, gauges: Gauges): ReadonlyMap<string, Route> {
  const get = (handle: () => Promise<Reply>): Route => ({
    limit: 0,
    handle: async ({ method }) =>
      method === 'GET' || method === 'HEAD' ? handle() : { status: 405, body: 'Use GET.' },
  });

  return new Map([
    ['/healthz', get(async () => ({ status: 200, body: 'ok' }))],
    [
      '/readyz',
      get(async () => {
        const trouble = store.trouble();
        return trouble ? { status: 503, body: trouble } : { status: 200, body: 'ready' };
      }),
    ],
    [
      '/metrics',
      get(async () => ({ status: 200, type: 'text/plain; version=0.0.4', body: await metrics(store, gauges) })),
    ],
  ]);
}

/** Prometheus text: counts only, nobody's name and no number. */
async function metrics(store: Store, gauges: Gauges): Promise<string> {
  const campaigns = await store.campaigns.list();
  const recipients = noCounts();
  let unanswered = 0;
  for (const campaign of campaigns) {
    const { counts } = await store.recipients.tally(campaign.id);
    for (const state of Object.keys(counts) as (keyof typeof counts)[]) recipients[state] += counts[state];
    unanswered += await store.conversations.unanswered(campaign.id);
  }
  const owed = await store.announcements.pending();
  const inStatus = (status: CampaignStatus): number =>
    campaigns.filter((campaign) => campaign.status === status).length;

  return [
    '# TYPE trickle_campaigns gauge',
    ...CampaignStatus.options.map((status) => `trickle_campaigns{status="${status}"} ${inStatus(status)}`),
    '# TYPE trickle_recipients gauge',
    ...Object.entries(recipients).map(([state, count]) => `trickle_recipients{state="${state}"} ${count}`),
    '# TYPE trickle_unanswered_conversations gauge',
    `trickle_unanswered_conversations ${unanswered}`,
    '# TYPE trickle_announcements_pending gauge',
    `trickle_announcements_pending ${owed.length}`,
    '# TYPE trickle_announcements_oldest_seconds gauge',
    `trickle_announcements_oldest_seconds ${ageSeconds(owed, gauges.now())}`,
    '# TYPE trickle_suppressed_numbers gauge',
    `trickle_suppressed_numbers ${await store.suppressions.count()}`,
    '# TYPE trickle_messages_in_flight gauge',
    `trickle_messages_in_flight ${gauges.inFlight()}`,
    '# TYPE trickle_webhooks_total counter',
    ...Object.entries(gauges.webhooks()).map(([end, count]) => `trickle_webhooks_total{end="${end}"} ${count}`),
    '# TYPE trickle_slack_trouble gauge',
    `trickle_slack_trouble ${gauges.slackTrouble() ? 1 : 0}`,
    '# TYPE trickle_storage_trouble gauge',
    `trickle_storage_trouble ${store.trouble() ? 1 : 0}`,
    '',
  ].join('\n');
}

/** How long the team has waited for the oldest of them; 0 when nothing is owed. */
function ageSeconds(owed: readonly Announcement[], now: Date): number {
  const oldestMs = Math.min(...owed.map(({ at }) => Date.parse(at)), now.getTime());
  return Math.round((now.getTime() - oldestMs) / 1_000);
}
