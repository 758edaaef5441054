import { setTimeout as sleep } from 'node:timers/promises';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../ports/world.ts';
import { boltLogger } from './bolt-logger.ts';
import { apiBase, isSlackAddress } from './slack-hosts.ts';

export type SlackClients = {
  /** Answers to people who wait: a short timeout, one more try. */
  interactive: WebClient;
  /** What the bot says by itself: never retried in here, since the outbox knows better when and whether. */
  background: WebClient;
};

type Fetch = NonNullable<WebClientOptions['fetch']>;

/** A call waits at most this long for its next try. */
const longestWaitS = 3;

type ClientSettings = { apiUrl?: string | undefined; log: Log };

/**
 * Two clients, neither of which waits out a rate limit: the SDK would also hold back every later call for as long as
 * Slack names, which may be an hour.
 */
export function createSlackClients(options: { botToken: string } & ClientSettings): SlackClients {
  return {
    interactive: new WebClient(options.botToken, interactiveOptions(options)),
    background: new WebClient(options.botToken, backgroundOptions(options)),
  };
}

/** A new object for each client: the SDK writes into it. */
export function interactiveOptions(settings: ClientSettings): WebClientOptions {
  return {
    ...sharedOptions(settings),
    fetch: patient(slackOnlyFetch(apiBase(settings.apiUrl))),
    timeout: 8_000,
    retryConfig: { retries: 1, minTimeout: 300, maxTimeout: 1_500 },
  };
}

function backgroundOptions(settings: ClientSettings): WebClientOptions {
  return { ...sharedOptions(settings), timeout: 10_000, retryConfig: { retries: 0 } };
}

/** For the request that opens a socket: its caller, which keeps the connection up, retries itself. */
export function connectionOptions(settings: ClientSettings): WebClientOptions {
  return { ...sharedOptions(settings), timeout: 10_000, retryConfig: { retries: 1, minTimeout: 300 } };
}

function sharedOptions({ apiUrl, log }: ClientSettings): WebClientOptions {
  const slackApiUrl = apiBase(apiUrl);
  return {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    logger: boltLogger(log),
    fetch: slackOnlyFetch(slackApiUrl),
    allowAbsoluteUrls: false,
    rejectRateLimitedCalls: true,
  };
}

/** A short rate limit is waited out by the call that met it; a long one fails that call, and no other. */
function patient(ask: Fetch): Fetch {
  return async (url, init) => {
    const first = await ask(url, init);
    const retryAfterS = Number(first.headers.get('retry-after') ?? Number.NaN);
    if (first.status !== 429 || !(retryAfterS <= longestWaitS)) return first;
    await first.text();
    await sleep(retryAfterS * 1_000, undefined, { signal: init?.signal ?? undefined });
    return ask(url, init);
  };
}

/** Refuses every host but Slack's and bounds every wait: answers to a command go to an address that the request names. */
function slackOnlyFetch(slackApiUrl: string | undefined): Fetch {
  return async (url, init) => {
    const address = new URL(url);
    if (!isSlackAddress(address, slackApiUrl)) throw new Error(`${address.host} is not one of Slack's hosts`);
    return fetch(address, { redirect: 'error', ...init, signal: init?.signal ?? AbortSignal.timeout(8_000) });
  };
}
