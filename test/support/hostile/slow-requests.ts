import { drip, headOf, type RawEnd, rawRequest } from './raw-request.ts';

const paths = ['/vonage/inbound', '/vonage/status', '/slack/events', '/nowhere', '/healthz'];

/** To every address a request whose head comes one letter at a time and never ends. */
export function slowHeads(url: string): Promise<RawEnd[]> {
  return Promise.all(paths.map((path) => rawRequest(url, drip(`POST ${path} HTTP/1.1\r\nx: `), { everyMs: 200 })));
}

/** To every address a body that comes one letter at a time, and one that does not come at all. */
export function slowBodies(url: string): Promise<RawEnd[]> {
  return Promise.all(
    paths.flatMap((path) => [
      rawRequest(url, drip(headOf(path, { 'content-length': '60000' })), { everyMs: 50 }),
      rawRequest(url, [headOf(path, { 'content-length': '10' })]),
    ]),
  );
}
