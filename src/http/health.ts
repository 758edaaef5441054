import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Announcement } from '../domain/campaign/announcement.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { CampaignStatus } from '../domain/campaign/campaign-status.ts';
import { noCounts } from '../domain/recipient/recipient.ts';
import type { Store } from '../ports/store.ts';
import type { Log } from '../ports/world.ts';
import type { Reply, Route } from './http-server.ts';
import { onceAMinute } from './once-a-minute.ts';

type Routes = ReadonlyMap<string, Route>;

/** What `/metrics` tells besides the store's counts, asked each time. */
export type Gauges = {
  inFlight(): number;
  /** How webhooks ended since the start, by kind of end. */
  webhooks(): Readonly<Record<string, number>>;
  /** Refusals to people and to Slack's requests since the start, by code. */
  refusals(): Readonly<Record<string, number>>;
  /** Answers of the API since the start, by status. */
  api(): Readonly<Record<string, number>>;
  /** Connections cut to make room since the start. */
  cuts(): number;
  /** Has Slack been reached since the start? */
  slackReached(): boolean;
  /** Undefined while Slack takes our posts. */
  slackTrouble(): string | undefined;
  /** Look-ups of people that Slack has not answered, or not in time, since the start. */
  lookupsUnanswered(): number;
  /** How often the clock was found wrong since the start. */
  clockFoundWrong(): number;
  now(): Date;
};

/**
 * Open to anybody. `/healthz`: the process lives. `/readyz`: it can store, so webhooks are taken and messages sent; the
 * log says why not, and trouble with Slack is only in the figures, because webhooks must go on coming in meanwhile.
 */
export function healthRoutes(store: Store): Routes {
  return new Map([
    ['/healthz', get(async () => ({ status: 200, body: 'ok' }))],
    ['/readyz', get(async () => (store.trouble() ? { status: 503, body: 'not ready' } : { status: 200, body: 'ok' }))],
  ]);
}

/** The figures, for everybody who knows the token, or, without one, for everybody who reaches the port. */
export function metricsRoutes(store: Store, gauges: Gauges, token: string | undefined, log: Log): Routes {
  const sayNowAndThen = onceAMinute();
  let refused = 0;
  const refuse = (): Reply => {
    refused += 1;
    sayNowAndThen(() => log.warn({ times: refused }, 'Somebody asked for the figures without METRICS_TOKEN'));
    return noToken;
  };
  const figures = async () => ({ status: 200, type: 'text/plain; version=0.0.4', body: await metrics(store, gauges) });
  return new Map([
    [
      '/metrics',
      get(async ({ authorization }) =>
        token === undefined || isSame(authorization, `Bearer ${token}`) ? figures() : refuse(),
      ),
    ],
  ]);
}

/** Stands in their place on a port that the world may reach. */
export const closedMetrics: Routes = new Map([
  ['/metrics', get(async () => ({ status: 403, body: 'Set METRICS_TOKEN or METRICS_PORT to read the figures.' }))],
]);

const noToken: Reply = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer' },
  body: 'Send "Authorization: Bearer" with METRICS_TOKEN.',
};

function get(handle: (headers: IncomingHttpHeaders) => Promise<Reply>): Route {
  return {
    limit: 0,
    handle: async ({ method, headers }) =>
      method === 'GET' || method === 'HEAD' ? handle(headers) : { status: 405, body: 'Use GET.' },
  };
}

/** Takes equally long for a wrong token and a nearly right one. */
function isSame(given: string | undefined, wanted: string): boolean {
  return timingSafeEqual(hash('sha256', given ?? '', 'buffer'), hash('sha256', wanted, 'buffer'));
}

/** Prometheus text: counts only, no names and no numbers. */
async function metrics(store: Store, gauges: Gauges): Promise<string> {
  const campaigns = await store.campaigns.list();
  const recipients = noCounts();
  let unanswered = 0;
  for (const campaign of campaigns) {
    const { counts } = await store.recipients.tally(campaign.id);
    for (const state of Object.keys(counts) as (keyof typeof counts)[]) recipients[state] += counts[state];
    unanswered += await store.conversations.unanswered(campaign.id);
  }
  // A claim is only told when it lasts: until then it is owed to nobody.
  const owed = (await store.announcements.pending()).filter((one) => !('claim' in one));
  const inStatus = (status: CampaignStatus): number =>
    campaigns.filter((campaign) => campaign.status === status).length;

  const statuses = CampaignStatus.options.map((status): Count => [status, inStatus(status)]);

  return [
    ...figuresBy('campaigns', 'status', statuses),
    ...figuresBy('recipients', 'state', Object.entries(recipients)),
    ...figure('unanswered_conversations', unanswered),
    ...figure('announcements_pending', owed.length),
    ...figure('announcements_oldest_seconds', ageSeconds(owed, gauges.now())),
    ...figure('suppressed_numbers', await store.suppressions.count()),
    ...figure('messages_in_flight', gauges.inFlight()),
    ...figuresBy('webhooks_total', 'end', Object.entries(gauges.webhooks())),
    ...figuresBy('refusals_total', 'code', Object.entries(gauges.refusals())),
    ...figuresBy('api_answers_total', 'status', Object.entries(gauges.api())),
    ...figure('connections_cut_total', gauges.cuts()),
    ...figure('slack_reached', gauges.slackReached() ? 1 : 0),
    ...figure('slack_trouble', gauges.slackTrouble() ? 1 : 0),
    ...figure('slack_lookups_unanswered_total', gauges.lookupsUnanswered()),
    ...figure('starts_waiting_for_slack', campaigns.filter(waitsForSlack).length),
    ...figure('clock_found_wrong_total', gauges.clockFoundWrong()),
    ...figure('storage_trouble', store.trouble() ? 1 : 0),
    '',
  ].join('\n');
}

type Count = [label: string, count: number];

function figure(name: string, count: number): string[] {
  return [typeOf(name), `trickle_${name} ${count}`];
}

function figuresBy(name: string, by: string, counts: readonly Count[]): string[] {
  return [typeOf(name), ...counts.map(([label, count]) => `trickle_${name}{${by}="${label}"} ${count}`)];
}

/** What only ever grows ends with `_total`. */
function typeOf(name: string): string {
  return `# TYPE trickle_${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`;
}

/** Its time has come, and Slack does not say whether its approver may still approve. */
function waitsForSlack({ status, startWaitsSince }: Campaign): boolean {
  return status === 'scheduled' && Boolean(startWaitsSince);
}

/** How long the team has waited for the oldest of them; 0 when nothing is owed. */
function ageSeconds(owed: readonly Announcement[], now: Date): number {
  const oldestMs = Math.min(...owed.map(({ at }) => Date.parse(at)), now.getTime());
  return Math.round((now.getTime() - oldestMs) / 1_000);
}
