import type { ApiKey } from '../domain/api-key.ts';
import { StorageError } from '../ports/store.ts';
import type { Uploads } from '../ports/uploads.ts';
import type { WebMount, WebReply, WebRequest } from '../ports/web.ts';
import type { Clock, Log } from '../ports/world.ts';
import type { ApiKeyRecords } from '../services/api/api-keys.ts';
import { asProblem, Problem, problemReply } from './problem.ts';
import { type ApiRoute, type ApiServices, apiRoutes } from './routes.ts';
import { slidingWindow } from './sliding-window.ts';

/** Requests of one key in a minute, and wrong keys from one address. */
export const apiLimits = { requests: 300, wrongKeys: 20, windowMs: 60_000 } as const;

type ApiOptions = {
  keys: ApiKeyRecords;
  services: ApiServices;
  uploads: Uploads;
  clock: Pick<Clock, 'monotonicMs'>;
  log: Log;
};

type Api = {
  mount: WebMount;
  /** Answers since the start, by status; none of them before there was a key. */
  counts(): Readonly<Record<string, number>>;
};

/** Everything below `/api/`. Without any live key there is nothing there. */
export function createApi({ keys, services, uploads, clock, log }: ApiOptions): Api {
  const counts: Record<string, number> = {};
  const routes = apiRoutes(services, uploads);
  const nowMs = () => clock.monotonicMs();
  const requests = slidingWindow({ most: apiLimits.requests, windowMs: apiLimits.windowMs, nowMs });
  const wrongKeys = slidingWindow({ most: apiLimits.wrongKeys, windowMs: apiLimits.windowMs, nowMs });

  /** A true key is never refused for others' wrong ones: all may come through one proxy. */
  const keyOf = ({ headers, client }: WebRequest): ApiKey => {
    const given = /^Bearer +(\S{1,200})$/i.exec(String(headers.authorization ?? ''))?.[1] ?? '';
    const key = keys.keyOf(given);
    if (key) return key;
    const waitMs = wrongKeys.take(client);
    if (waitMs > 0) throw tooMany('Too many wrong keys came from this address.', waitMs);
    if (wrongKeys.waitMs(client) > 0) log.warn({}, 'Many wrong keys of the API came from one address');
    throw noKey();
  };

  const answer = async (request: WebRequest): Promise<WebReply> => {
    const key = keyOf(request);
    const waitMs = requests.take(key.id);
    if (waitMs > 0) throw tooMany(`This key has made ${apiLimits.requests} requests within a minute.`, waitMs);
    keys.used(key);
    const { route, id } = routeOf(routes, request);
    return route.handle({ key, request, id });
  };

  const answerOrProblem = async (request: WebRequest): Promise<WebReply> => {
    try {
      return await answer(request);
    } catch (error) {
      const problem = asProblem(error);
      if (error instanceof StorageError) log.error({ path: request.path, err: error }, 'Nothing could be stored');
      if (problem) return problemReply(problem);
      log.error({ path: request.path, err: error }, 'A request to the API went wrong');
      return problemReply(unforeseen());
    }
  };

  return {
    mount: async (request) => {
      if (!keys.isAny()) return { status: 404, body: 'Nothing is here.' };
      const reply = await answerOrProblem(request);
      counts[reply.status] = (counts[reply.status] ?? 0) + 1;
      return reply;
    },
    counts: () => counts,
  };
}

function routeOf(routes: readonly ApiRoute[], { method, path }: WebRequest): { route: ApiRoute; id: string } {
  const there = routes.flatMap((route) => {
    const [before = '', after] = route.path.split('{id}');
    if (after === undefined) return path === route.path ? [{ route, id: '' }] : [];
    if (!path.startsWith(before) || !path.endsWith(after)) return [];
    const id = path.slice(before.length, path.length - after.length);
    return /^[a-z2-9]{1,40}$/.test(id) ? [{ route, id }] : [];
  });
  const found = there.find(({ route }) => route.method === method);
  if (found) return found;
  if (there.length === 0) throw new Problem(404, 'no_route', 'Nothing is here. docs/openapi.yaml lists what there is.');
  const allow = there.map(({ route }) => route.method).join(', ');
  throw new Problem(405, 'bad_method', `Use ${allow}.`, { headers: { allow } });
}

/** The same for a key that there is not, one with a slip, and one that was revoked. */
function noKey(): Problem {
  const detail = 'Send "Authorization: Bearer" with a key that an admin made: /sms-campaign keys add, in Slack.';
  return new Problem(401, 'no_key', detail, { headers: { 'www-authenticate': 'Bearer' } });
}

function tooMany(what: string, waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1000);
  return new Problem(429, 'too_many', `${what} Go on in ${seconds} seconds.`, {
    headers: { 'retry-after': String(seconds) },
  });
}

function unforeseen(): Problem {
  const detail = 'Something went wrong, and the log says what. Repeat the request with the same Idempotency-Key.';
  return new Problem(503, 'unforeseen', detail, { headers: { 'retry-after': '10' } });
}
