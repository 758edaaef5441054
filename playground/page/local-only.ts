import type { IncomingHttpHeaders } from 'node:http';

/**
 * Does a request come from the page itself? The server listens on this machine only, but any website open in a browser
 * here could reach it, by its address or by a name that it points to 127.0.0.1.
 */
export function isFromPage(method: string, headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${headers.host}`) return false;
  if (site === 'cross-site' || site === 'same-site')
    return method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  // A form of another site cannot send JSON without being asked first.
  return method === 'GET' || (origin !== undefined && headers['content-type'] === 'application/json');
}
