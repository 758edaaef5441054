import { describe, expect, test } from 'vitest';
import { apiLimits } from '../../src/api/api.ts';
import { fields } from '../../src/api/fields.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import type { Member } from '../../src/domain/campaign/permissions.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { type Answer, type ApiBench, anApi, tutorial } from '../support/api.ts';
import { aPerson } from '../support/builders.ts';
import { openapi, operations } from '../support/openapi.ts';
import { aBench } from '../support/services.ts';

const written = operations.map(({ method, path }) => `${method} ${path}`).sort();

describe('docs/openapi.yaml', () => {
  test('has every route that there is, and no other', () => {
    const routes = apiRoutes({} as never, {} as never).map(({ method, path }) => `${method} ${path}`);
    expect(routes.sort()).toEqual(written);
  });

  test('has every field of a campaign, in the body and in the address, and no other', () => {
    const inBody = Object.keys(openapi.components!.schemas!.NewCampaign!.properties!).filter(
      (name) => name !== 'recipients',
    );
    const { parameters } = openapi.paths!['/api/campaigns']!.post! as unknown as {
      parameters: { name: string; in: string }[];
    };
    const inAddress = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
    expect(inBody.sort()).toEqual(Object.keys(fields).sort());
    expect(inAddress.sort()).toEqual(Object.keys(fields).sort());
  });

  test('documents each status that a route answers with, and every answer is as documented', async () => {
    const met = new Map<string, Set<number>>(written.map((route) => [route, new Set()]));
    for (const provoke of provocations) await provoke((route, { status }) => void met.get(route)!.add(status));
    const documented = operations.map(({ method, path, responses }) => [
      `${method} ${path}`,
      Object.keys(responses).map(Number).sort(),
    ]);
    expect([...met].map(([route, statuses]) => [route, [...statuses].sort()]).sort()).toEqual(documented.sort());
  }, 120_000);
});

type Note = (route: string, answer: Answer) => void;

const once = { 'idempotency-key': 'once' };
const csv = { 'content-type': 'text/csv' };
const bodies: Record<string, object> = {
  'POST /api/campaigns': tutorial,
  'POST /api/opt-outs': { numbers: ['+12015550109'] },
};

/** Asks for each route in turn; `id`: which campaign. */
async function each(api: ApiBench, note: Note, { id = 'gonegone', query = '', headers = {}, only = /./ } = {}) {
  for (const route of written.filter((one) => only.test(one))) {
    const [method = '', path = ''] = route.split(' ');
    const at = `${path.replace('{id}', id)}${query}`;
    note(route, method === 'GET' ? await api.get(at, headers) : await api.post(at, bodies[route], headers));
  }
}

async function whoIs(change: Partial<Member> | undefined, note: Note): Promise<void> {
  let now: Partial<Member> | undefined = {};
  const find = async (id: UserId) => now && aPerson({ id, ...now });
  const api = await anApi(await aBench({ people: { find, findNow: find, findNowOrLately: find } }));
  now = change;
  await each(api, note);
}

const provocations: ((note: Note) => Promise<void>)[] = [
  async (note) => {
    const bench = await aBench();
    const api = await anApi(bench, { patience: { headersMs: 1_000, requestMs: 1_000, idleMs: 50 } });
    await each(api, note, { headers: { authorization: 'Bearer x' } });
    await each(api, note, { only: /\{id\}/ });
    await each(api, note, { query: '?x=1', only: /^GET|pause|cancel|opt-outs/ });
    await each(api, note, { headers: once, only: /POST .*campaigns$/ });
    await each(api, note, { headers: once, only: /POST .*campaigns$/ });
    note('POST /api/campaigns', await api.post('/api/campaigns', '{', { 'content-type': 'application/json' }));
    note('GET /api/campaigns', await api.get('/api/campaigns'));
    for (const route of ['POST /api/campaigns', 'POST /api/opt-outs']) {
      const path = route.slice(5);
      note(route, await api.post(path, { nonsense: 1 }));
      note(route, await api.post(path, 'x', { 'content-type': 'text/plain' }));
      note(route, await api.post(path, { said: 'x'.repeat(1_100_000) }));
      const init = {
        method: 'POST',
        headers: { authorization: `Bearer ${api.secret}`, 'content-type': 'application/json' },
      };
      note(route, await api.ask(path, { ...init, body: stuck(), duplex: 'half' } as RequestInit));
    }
    const { id } = await bench.approved({ size: 5, throttle: { batchSize: 1, everySeconds: 60, holdAbove: null } });
    await bench.run(2);
    await each(api, note, { id, only: /pause|opt-outs/ });
    await each(api, note, { id, only: /\{id\}/ });
    const { id: over } = await bench.approved({ status: 'completed', size: 1 });
    const saved = await bench.store.campaigns.get(over);
    await bench.store.campaigns.save({ ...saved!, status: 'failed' });
    await each(api, note, { id: over, only: /pause|cancel/ });
  },
  async (note) => {
    const api = await anApi(await aBench());
    for (let no = 0; no < 21; no += 1) {
      note('POST /api/campaigns', await api.post('/api/campaigns', { ...tutorial, consent_how: 'bought' }));
    }
    for (let no = 21; no < apiLimits.requests; no += 1) await api.get('/api/campaigns?limit=1');
    await each(api, note);
  },
  (note) => whoIs({ isDeactivated: true }, note),
  (note) => whoIs(undefined, note),
  async (note) => {
    const api = await anApi(await aBench());
    const { recipients: _, ...settings } = tutorial;
    const asked = new URLSearchParams(settings as unknown as Record<string, string>);
    note('POST /api/campaigns', await api.post(`/api/campaigns?${asked}`, 'phone\n12015550101\n', csv));
  },
];

/** A body that begins and never goes on. */
function stuck(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{"sender":')) });
}
