/** May this address be called with our token? Only Slack's own hosts over TLS, and the origin of the configured API base. */
export function isSlackAddress(address: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && address.origin === new URL(apiUrl).origin) return true;
  if (address.protocol !== 'https:' || address.username !== '' || address.port !== '') return false;
  const host = address.hostname;
  return host === 'slack.com' || host.endsWith('.slack.com') || host.endsWith('.slack-edge.com');
}
