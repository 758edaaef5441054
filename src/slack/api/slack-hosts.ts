/** May this address be called with our token? Only Slack's own hosts over TLS, and the origin of the configured API base. */
export function isSlackAddress(address: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && address.origin === new URL(apiUrl).origin) return true;
  if (address.protocol !== 'https:' || address.username !== '' || address.port !== '') return false;
  const host = address.hostname;
  return host === 'slack.com' || host.endsWith('.slack.com') || host.endsWith('.slack-edge.com');
}

/** The Web API's base as the clients want it, ending in `/api/`, which people may leave out. Undefined: Slack's own. */
export function apiBase(url: string | undefined): string | undefined {
  if (url === undefined || url.trim() === '') return undefined;
  const bare = url.trim().replace(/\/{1,9}$/, '');
  return bare.endsWith('/api') ? `${bare}/` : `${bare}/api/`;
}
