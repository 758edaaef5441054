import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createApi } from '../../src/api/api.ts';
import { createUploads } from '../../src/api/uploads.ts';
import type { ApiKey } from '../../src/domain/api-key.ts';
import type { CampaignId } from '../../src/domain/ids.ts';
import { createHttpServer, type Patience } from '../../src/http/http-server.ts';
import type { Uploads } from '../../src/ports/uploads.ts';
import { createApiCampaigns } from '../../src/services/api/api-campaigns.ts';
import { createApiKeys } from '../../src/services/api/api-keys.ts';
import { createSendingIn } from '../../src/services/api/sending-in.ts';
import { createOptOuts } from '../../src/services/replies/opt-outs.ts';
import { createReports } from '../../src/services/reports/reports.ts';
import { admin, channel } from './builders.ts';
import { undocumented } from './openapi.ts';
import type { Bench } from './services.ts';

/** What stands in every answer that it stands in at all; the rest is compared. */
type Body = Readonly<{ id: CampaignId; next: string | null; detail: string; [other: string]: unknown }>;

export type Answer = { status: number; headers: Headers; text: string; body: Body };

export type ApiBench = {
  url: string;
  key: ApiKey;
  secret: string;
  keys: ReturnType<typeof createApiKeys>;
  uploads: Uploads;
  counts: ReturnType<typeof createApi>['counts'];
  /** The folder in which lists wait. */
  waiting(): Promise<readonly string[]>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** An object is sent as JSON; a string needs its content type. Every answer is held against docs/openapi.yaml. */
  post(path: string, body?: object | string, headers?: Record<string, string>): Promise<Answer>;
  ask(path: string, init: RequestInit): Promise<Answer>;
};

/** Which problem it is. */
export function codeOf({ body }: Answer): string {
  return String(body.type).replace('urn:trickle:problem:', '');
}

/** The tutorial's own request. */
export const tutorial = {
  sender: '12015550123',
  recipients: ['12015550101', '12015550102'],
  message_string: 'Hi from the reunion! Reply STOP to opt out.',
  batch_size: 3,
  delay_period: 3600,
};

/** The API on a bench's services, over a real server, with a key that the admin has made; `secret`: one that the store has already. */
export async function anApi(
  bench: Bench,
  { seesNumbers = false, patience, secret: made }: { seesNumbers?: boolean; patience?: Patience; secret?: string } = {},
): Promise<ApiBench> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-uploads-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { deps, campaigns } = bench;
  const uploads = createUploads(folder);
  const keys = createApiKeys(deps);
  const services = { campaigns, reports: createReports(deps), optOuts: createOptOuts(deps) };
  const { mount, counts } = createApi({
    keys,
    services: { ...createApiCampaigns(deps, services), ...createSendingIn({ ...deps, uploads }, campaigns) },
    uploads,
    clock: deps.clock,
    log: deps.log,
  });
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: new Map(),
    listeners: new Map(),
    mounts: new Map([['/api/', mount]]),
    log: deps.log,
    ...(patience && { patience }),
  });
  const { url } = await server.start();
  onTestFinished(server.stop);
  const known = made === undefined ? undefined : keys.keyOf(made);
  const { key, secret } =
    known && made !== undefined
      ? { key: known, secret: made }
      : await keys.addKey({ name: 'CRM', channel, seesNumbers }, admin);

  const ask: ApiBench['ask'] = async (path, init) => {
    const answer = await fetch(`${url}${path}`, init);
    const text = await answer.text();
    const { pathname } = new URL(path, url);
    const type = answer.headers.get('content-type');
    expect(undocumented(init.method ?? 'GET', pathname, answer.status, type, text)).toEqual([]);
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: type?.includes('json') ? JSON.parse(text) : text,
    };
  };
  const authorization = `Bearer ${secret}`;
  return {
    url,
    key,
    secret,
    keys,
    uploads,
    counts,
    waiting: () => readdir(folder).catch(() => []),
    ask,
    get: (path, headers = {}) => ask(path, { headers: { authorization, ...headers } }),
    post: (path, body, headers = {}) => {
      const isJson = typeof body === 'object';
      return ask(path, {
        method: 'POST',
        headers: { authorization, ...(isJson && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
      });
    },
  };
}
