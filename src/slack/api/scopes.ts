/** The permissions that manifest.yml asks for, each with its purpose, as the end of "which it needs to …". */
export const scopes = {
  'chat:write': 'post in channels and write direct messages',
  commands: 'have its command and its shortcut',
  'files:read': 'read the lists that people upload',
  'files:write': 'send files: exports, summaries and the lines left out of a list',
  'users:read': 'know who may use it and who may approve',
  'usergroups:read': 'know who is in the user groups that may create, approve or administer',
  'channels:history': 'see what stands already: so that nothing is posted twice, and to notice a restored data folder',
  'groups:history': 'see what stands already: so that nothing is posted twice, and to notice a restored data folder',
  'chat:write.public': 'post in channels that it is not a member of',
} as const;

/** The app-level token's, which the manifest cannot ask for. */
const appScopes = { 'connections:write': 'be reached through Socket Mode' } as const;

const purposes: Readonly<Record<string, string>> = { ...scopes, ...appScopes };

/**
 * Which permission is missing, what for, and who fixes it, for people and the log. `needed`: one or several of Slack's
 * scopes.
 */
export function missingScopeSentence(needed: string): string {
  const named = needed.split(',').map((scope) => scope.trim().replace(/:(bot|user)$/, ''));
  const scope = named.find((one) => Object.hasOwn(purposes, one)) ?? named[0] ?? '';
  const purpose = Object.hasOwn(purposes, scope) ? `, which it needs to ${purposes[scope]}` : '';
  const fix = Object.hasOwn(appScopes, scope)
    ? 'Whoever runs Trickle has to make an app-level token with it.'
    : 'Ask your Slack admin to reinstall the app from its manifest.';
  return `Trickle lacks the Slack permission \`${scope || 'unknown'}\`${purpose}. ${fix}`;
}
