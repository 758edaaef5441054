import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../ports.ts';
import { apiBase } from './api-base.ts';
import { boltLogger } from './bolt-logger.ts';
import { isSlackAddress } from './slack-hosts.ts';

export type SlackClients = {
  /** Answers to people who wait: a short timeout, one more try. */
  interactive: WebClient;
  /** What the bot says by itself: never retried in here, for the outbox knows better when and whether. */
  background: WebClient;
};

type ClientSettings = { apiUrl?: string | undefined; log: Log };

/** Two clients with a queue each, so that a rate limit met by background posts never delays an answer. */
export function createSlackClients(options: { botToken: string } & ClientSettings): SlackClients {
  return {
    interactive: new WebClient(options.botToken, interactiveOptions(options)),
    background: new WebClient(options.botToken, backgroundOptions(options)),
  };
}

/** A new object for each client: the SDK writes into the one it is given. */
export function interactiveOptions(settings: ClientSettings): WebClientOptions {
  return {
    ...sharedOptions(settings),
    timeout: 8_000,
    retryConfig: { retries: 1, minTimeout: 300, maxTimeout: 1_500 },
  };
}

function backgroundOptions(settings: ClientSettings): WebClientOptions {
  return { ...sharedOptions(settings), timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

function sharedOptions({ apiUrl, log }: ClientSettings): WebClientOptions {
  const slackApiUrl = apiBase(apiUrl);
  return {
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
    logger: boltLogger(log),
    fetch: slackOnlyFetch(slackApiUrl),
    allowAbsoluteUrls: false,
  };
}

/** Refuses every host but Slack's, and never waits for ever: answers to a command go to an address that the request names. */
function slackOnlyFetch(slackApiUrl: string | undefined): NonNullable<WebClientOptions['fetch']> {
  return async (url, init) => {
    const address = new URL(url);
    if (!isSlackAddress(address, slackApiUrl)) throw new Error(`${address.host} is not one of Slack's hosts`);
    return fetch(address, { redirect: 'error', ...init, signal: init?.signal ?? AbortSignal.timeout(8_000) });
  };
}
