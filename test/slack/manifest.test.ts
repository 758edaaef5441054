import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AppsManifestValidateArguments } from '@slack/web-api';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { missingScopeSentence, scopes } from '../../src/slack/api/scopes.ts';
import { commands, events, eventsPath, shortcuts } from '../../src/slack/ids.ts';

type Manifest = AppsManifestValidateArguments['manifest'];

const root = join(import.meta.dirname, '../..');
const written = await readFile(join(root, 'manifest.yml'), 'utf8');
const manifest: Manifest = parse(written);

/** What Trickle asks Slack for, with the scope that Slack wants for it. */
const scopeOf: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'commands and shortcuts': 'commands',
  'files.info': 'files:read',
  'filesUploadV2, files.getUploadURLExternal and files.completeUploadExternal': 'files:write',
  'users.info': 'users:read',
  'usergroups.users.list': 'usergroups:read',
  'conversations.history and .replies in public channels': 'channels:history',
  'conversations.replies and .history in private channels': 'groups:history',
};

/** What it can do without. */
const optional = ['chat:write.public'];

test('has the commands and shortcuts that the app listens to', () => {
  expect(manifest.features?.slash_commands?.map(({ command }) => command)).toEqual(Object.values(commands));
  expect(manifest.features?.shortcuts?.map(({ callback_id }) => callback_id)).toEqual(Object.values(shortcuts));
});

test('has a Home tab, and hears of nothing but that somebody opens it', () => {
  expect(manifest.features?.app_home?.home_tab_enabled).toBe(true);
  expect(manifest.settings?.event_subscriptions?.bot_events).toEqual(Object.values(events));
});

test('hints at every word that the command understands', () => {
  const hint = manifest.features?.slash_commands?.[0]?.usage_hint ?? '';
  const understood = [
    'new',
    'list',
    'answer',
    'status',
    'pause',
    'resume',
    'cancel',
    'export',
    'why',
    'rules',
    'optout',
    'check',
    'add',
    'remove',
    'import',
    'keys',
    'revoke',
  ];
  for (const word of understood) expect(hint).toMatch(new RegExp(`\\b${word}\\b`));
});

test('asks for the scopes that are needed and for no others', () => {
  expect(manifest.oauth_config?.scopes?.bot?.toSorted()).toEqual(Object.values(scopeOf).toSorted());
  expect(manifest.oauth_config?.scopes?.bot_optional).toEqual(optional);
  expect(manifest.oauth_config?.scopes?.user).toBeUndefined();
});

test('each scope has a purpose that people are told when it is missing', () => {
  const asked = [...(manifest.oauth_config?.scopes?.bot ?? []), ...optional];
  expect(Object.keys(scopes).toSorted()).toEqual(asked.toSorted());
  for (const [scope, purpose] of Object.entries(scopes)) {
    expect(missingScopeSentence(scope)).toContain(`\`${scope}\`, which it needs to ${purpose}. Ask your Slack admin`);
  }
  expect(missingScopeSentence('chat:write:bot')).toContain('`chat:write`');
  expect(missingScopeSentence('reactions:write,channels:history')).toContain('`channels:history`');
  expect(missingScopeSentence('unheard:of')).toContain('`unheard:of`. Ask');
  expect(missingScopeSentence('connections:write')).toContain('app-level token');
});

test('gives a reason for each scope in the line above it', () => {
  const rows = written.split('\n');
  const scopes = rows.flatMap((row, index) =>
    /^ {6}- [a-z]+[:a-z.]*$/.test(row) ? [rows[index - 1]?.trim() ?? ''] : [],
  );
  expect(scopes.length).toBe(Object.keys(scopeOf).length + optional.length);
  expect(scopes.filter((reason) => !reason.startsWith('# '))).toEqual([]);
});

test('uses Socket Mode and names no address', () => {
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(JSON.stringify(manifest)).not.toContain('http');
});

test('over HTTP, everything goes to the one path that the app serves', () => {
  const overHttp: Manifest = parse(
    written.replaceAll('# HTTP: ', '').replace('socket_mode_enabled: true', 'socket_mode_enabled: false'),
  );
  const addresses = [
    ...(overHttp.features?.slash_commands?.map(({ url }) => url) ?? []),
    overHttp.settings?.interactivity?.request_url,
    overHttp.settings?.event_subscriptions?.request_url,
  ];
  expect(addresses.map((address) => new URL(address ?? '').pathname)).toEqual([eventsPath, eventsPath, eventsPath]);
});

test('stays within what Slack takes', () => {
  const { display_information: shown, features } = manifest;
  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description?.length).toBeLessThanOrEqual(140);
  expect(features?.shortcuts?.every(({ name, description }) => name.length <= 24 && description.length <= 150)).toBe(
    true,
  );
});

test('is what the Slack CLI is given', async () => {
  const hooks = JSON.parse(await readFile(join(root, '.slack/hooks.json'), 'utf8'));
  const [program, script] = String(hooks.hooks['get-manifest']).split(' ');
  expect(program).toBe('node');

  const { stdout } = await promisify(execFile)(process.execPath, [script ?? ''], { cwd: root });
  expect(JSON.parse(stdout)).toEqual(manifest);
});

test('covers every method of Slack that the app calls', async () => {
  const files = (await readdir(join(root, 'src/slack'), { recursive: true })).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(join(root, 'src/slack', file), 'utf8')));
  const called = sources.flatMap((source) =>
    [...source.matchAll(/\bclient\.([a-z]+(?:\.[a-zA-Z]+)+|files[a-zA-Z0-9]+)\(/g)].map(([, method]) => method ?? ''),
  );
  const covered = Object.keys(scopeOf).flatMap((use) => use.split(/,? /));
  const needsScope = called.filter(
    (method) => !/^(auth|apps|views)\.|^chat\.(update|delete|postEphemeral|getPermalink)$/.test(method),
  );
  expect(new Set(needsScope.filter((method) => !covered.includes(method)))).toEqual(new Set());
});
