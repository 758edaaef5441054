/** The Web API's base as the clients want it, ending in `/api/`, which people may leave out. Undefined: Slack's own. */
export function apiBase(url: string | undefined): string | undefined {
  if (url === undefined || url.trim() === '') return undefined;
  const bare = url.trim().replace(/\/{1,9}$/, '');
  return bare.endsWith('/api') ? `${bare}/` : `${bare}/api/`;
}
