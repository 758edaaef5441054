import type { Vonage } from '@vonage/server-sdk';
import type { Answer } from './classify.ts';
import { createExchange, type Exchange } from './exchange.ts';

/** What the SDK's clients hand to their transport. */
export type SdkRequest = Parameters<Vonage['messages']['sendRequest']>[0];

/** Vonage's two hosts, one for messages and one for the account, each with its own connections. */
export type Hosts = {
  /** Bases for the SDK to build its addresses on. */
  api: string;
  rest: string;
  post(request: SdkRequest, authorization: string): Promise<Answer>;
  /** The document at that address; rejects with an error that names only what went wrong. */
  get(request: SdkRequest, authorization: string): Promise<unknown>;
  close(): Promise<void>;
};

type HostOptions = {
  apiHost?: string | undefined;
  timeoutMs?: number | undefined;
  connectTimeoutMs?: number | undefined;
  connections?: number | undefined;
  now: () => Date;
};

export function createHosts(options: HostOptions): Hosts {
  const { apiHost, connections = 100, connectTimeoutMs = 3_000, timeoutMs = 10_000, now } = options;
  const api = baseOf(apiHost ?? 'https://api.nexmo.com');
  const rest = baseOf(apiHost ?? 'https://rest.nexmo.com');
  const limits = { connectTimeoutMs, timeoutMs, now };
  const messages = createExchange(new URL(api).origin, { ...limits, connections });
  const account = createExchange(new URL(rest).origin, { ...limits, connections: 1 });

  return {
    api,
    rest,
    post: ({ url, data }, authorization) =>
      messages.request({
        method: 'POST',
        path: pathOf(url),
        headers: { ...headersWith(authorization), 'content-type': 'application/json' },
        body: JSON.stringify(data),
      }),
    get: (request, authorization) => documentAt(account, request, authorization),
    async close() {
      await Promise.all([messages.close(), account.close()]);
    },
  };
}

function headersWith(authorization: string): Record<string, string> {
  return { authorization, accept: 'application/json', 'user-agent': 'trickle @vonage/server-sdk' };
}

/** Origin and path, without a final slash, which would be doubled. */
function baseOf(host: string): string {
  const { origin, pathname } = new URL(host);
  return `${origin}${pathname.replace(/\/{1,9}$/, '')}`;
}

function pathOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}

async function documentAt(host: Exchange, { url, params }: SdkRequest, authorization: string): Promise<unknown> {
  const query = new URLSearchParams(Object.entries(params ?? {}).map(([name, value]) => [name, `${value}`]));
  const path = query.size > 0 ? `${pathOf(url)}?${query}` : pathOf(url);
  const answer = await host.request({ method: 'GET', path, headers: headersWith(authorization) });
  if (answer.kind === 'error') throw new NoDocument(answer.code ?? answer.name);
  if (answer.status !== 200) throw new NoDocument(`http_${answer.status}`);
  return JSON.parse(answer.body);
}

/** Its name is all there is to log: `http_401`, `ECONNREFUSED`. */
class NoDocument extends Error {
  constructor(name: string) {
    super('The provider did not give the document.');
    this.name = name;
  }
}
