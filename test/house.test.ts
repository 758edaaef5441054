import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { circlesOf, importsOf, readImports } from './support/imports.ts';

/**
 * A room is what lies below its path in `src/`, except what lies in a room of a longer path. It imports itself and the
 * rooms named here, types included; `x/*` is the room x and every room below it. Of a room with doors, others import the
 * doors only.
 */
type Room = { may: string[]; doors?: string[] };

const rooms: Record<string, Room> = {
  // What is true: pure functions of values.
  domain: { may: [] },
  'domain/phone': { may: ['domain'] },
  'domain/recipient': { may: ['domain'] },
  'domain/pace': { may: ['domain', 'domain/recipient'] },
  'domain/rehearsal': { may: ['domain', 'domain/pace'] },
  'domain/leave-out': { may: ['domain'] },
  'domain/place': { may: ['domain', 'domain/list', 'domain/phone'] },
  'domain/rules/rule.ts': { may: [] },
  'domain/rules': { may: ['domain', 'domain/place', 'domain/rules/rule.ts'] },
  'domain/consent': { may: ['domain', 'domain/rules/rule.ts'] },
  'domain/list': { may: ['domain', 'domain/consent', 'domain/phone', 'domain/recipient'] },
  'domain/message': { may: ['domain', 'domain/list', 'domain/recipient'] },
  'domain/answering': {
    may: ['domain', 'domain/leave-out', 'domain/list', 'domain/message', 'domain/pace', 'domain/reply/expected'],
  },
  'domain/campaign': {
    may: [
      'domain',
      'domain/answering',
      'domain/consent',
      'domain/leave-out',
      'domain/list',
      'domain/message',
      'domain/pace',
      'domain/recipient',
      'domain/rehearsal',
    ],
  },
  'domain/nudge': { may: ['domain', 'domain/answering', 'domain/campaign', 'domain/pace', 'domain/reply'] },
  'domain/team': {
    may: ['domain', 'domain/campaign', 'domain/nudge', 'domain/reply', 'domain/pace', 'domain/rehearsal'],
  },
  'domain/measure': {
    may: ['domain', 'domain/answering', 'domain/campaign', 'domain/message', 'domain/place', 'domain/recipient'],
  },
  'domain/wording': {
    may: ['domain', 'domain/campaign', 'domain/message', 'domain/place', 'domain/rules', 'domain/rules/rule.ts'],
  },
  'domain/reply/vocabulary': { may: [] },
  'domain/reply/words': { may: ['domain', 'domain/reply/vocabulary'] },
  'domain/reply/quotation': { may: ['domain/reply/words'] },
  'domain/reply/expected/vocabulary': { may: [] },
  'domain/reply/expected': {
    may: ['domain', 'domain/message', 'domain/reply/expected/vocabulary', 'domain/reply/words'],
  },
  'domain/reply': { may: ['domain', 'domain/answering', 'domain/campaign', 'domain/phone', 'domain/reply/*'] },

  'domain/fate': {
    may: ['domain', 'domain/campaign', 'domain/leave-out', 'domain/pace', 'domain/recipient', 'domain/reply'],
  },

  // What the program does, against what it needs of the world.
  ports: { may: ['domain/*'] },
  services: { may: ['ports', 'domain/*'] },
  'services/places': { may: ['domain/*', 'services'] },
  'services/list': { may: ['ports', 'domain/*', 'services', 'services/places'] },
  'services/lifecycle': { may: ['ports', 'domain/*', 'services', 'services/list'] },
  'services/folder': { may: ['domain/*', 'services', 'services/lifecycle'] },
  'services/sending': { may: ['ports', 'domain/*', 'services', 'services/lifecycle'] },
  'services/replies': {
    may: ['ports', 'domain/*', 'services', 'services/folder', 'services/lifecycle', 'services/sending'],
  },
  'services/nudging': { may: ['domain/*', 'services', 'services/lifecycle', 'services/sending'] },
  'services/campaigns': { may: ['ports', 'domain/*', 'services/*'] },
  'services/api': { may: ['ports', 'domain/*', 'services/*'] },
  'services/reports': { may: ['ports', 'domain/*', 'services/*'] },

  // The edges, one for each side of the world. None imports another.
  http: { may: ['ports', 'domain/*'], doors: ['health', 'http-server'] },
  lists: { may: ['ports', 'domain/*'], doors: ['list-reader'] },
  api: { may: ['ports', 'domain/*', 'services/*'], doors: ['api', 'uploads'] },

  'sms/webhooks': { may: ['ports', 'domain/*', 'sms'], doors: ['webhooks'] },
  sms: { may: ['ports', 'domain/*'], doors: ['vonage-gateway', 'problem'] },

  'slack/ids.ts': { may: ['domain'] },
  'slack/limits.ts': { may: [] },
  'slack/ui/parts': { may: ['domain/*', 'slack/ids.ts', 'slack/limits.ts'] },
  'slack/ui/words': { may: ['domain/*', 'services/*', 'slack/limits.ts', 'slack/ui/parts'] },
  'slack/ui/sections': {
    may: ['domain/*', 'services/*', 'slack/ids.ts', 'slack/limits.ts', 'slack/ui/parts', 'slack/ui/words'],
  },
  'slack/ui/messages': { may: ['domain/*', 'services/*', 'slack/ids.ts', 'slack/limits.ts', 'slack/ui/*'] },
  'slack/ui/home': {
    may: [
      'domain/*',
      'services/*',
      'slack/ids.ts',
      'slack/limits.ts',
      'slack/ui/parts',
      'slack/ui/sections',
      'slack/ui/words',
    ],
  },
  'slack/ui/modals': { may: ['domain/*', 'services/*', 'slack/ids.ts', 'slack/limits.ts', 'slack/ui/*'] },
  'slack/api': { may: ['ports', 'domain/*'] },
  'slack/requests': { may: ['ports', 'domain/*', 'slack/api', 'slack/ui/*'] },
  'slack/outbox/plan': { may: ['ports', 'domain/*'] },
  'slack/outbox': { may: ['ports', 'domain/*', 'services/*', 'slack/api', 'slack/outbox/plan', 'slack/ui/*'] },
  'slack/listeners': {
    may: ['ports', 'domain/*', 'services/*', 'slack/ids.ts', 'slack/api', 'slack/requests', 'slack/ui/*'],
    doors: ['index'],
  },
  slack: { may: ['ports', 'domain/*', 'services/*', 'slack/*'], doors: ['slack-edge'] },

  'store/lowdb/files': { may: ['ports'] },
  'store/lowdb/folder': { may: ['ports', 'domain/*', 'store/lowdb/files'] },
  'store/lowdb/memory': { may: ['ports', 'domain/*'] },
  'store/lowdb/journal': { may: ['ports', 'store/lowdb/files', 'store/lowdb/folder', 'store/lowdb/memory'] },
  'store/lowdb/documents': {
    may: ['ports', 'domain/*', 'store/lowdb/files', 'store/lowdb/folder', 'store/lowdb/journal', 'store/lowdb/memory'],
  },
  'store/lowdb/stores': { may: ['ports', 'domain/*', 'store/lowdb/*'] },
  'store/lowdb': { may: ['ports', 'store/lowdb/*'], doors: ['lowdb-store'] },

  // The process: only here the parts meet.
  '': {
    may: [
      'ports',
      'domain/*',
      'services/*',
      'api',
      'http',
      'lists',
      'sms/*',
      'slack',
      'slack/api',
      'slack/outbox',
      'store/lowdb',
      'store/lowdb/files',
      'store/lowdb/folder',
    ],
  },
};

/** Packages that not every room may use. What is not named here may be used by every file of `src/`. */
const packages: Record<string, string[]> = {
  '@slack/': ['slack'],
  '@vonage/': ['sms'],
  undici: ['sms'],
  lowdb: ['store'],
  'node-cron': ['scheduler.ts'],
  pino: ['log.ts'],
  'node:fs': ['api', 'store', 'config.ts', 'rule-settings.ts', 'run.ts', 'command-line.ts'],
  'node:http': ['http', 'slack', 'sms'],
  'node:net': ['http', 'store'],
  'node:worker_threads': ['lists'],
  'csv-parse': ['domain/list'],
  'node:zlib': ['lists', 'store'],
  yauzl: ['lists'],
  sax: ['lists'],
  'libphonenumber-js': ['domain'],
  'temporal-polyfill': ['domain/pace', 'domain/rules'],
  tlds: ['domain/message'],
};

const program = (await readImports(['src'])).map(({ file, files, packages }) => ({
  file: inSource(file),
  files: files.map(inSource),
  packages,
}));

function inSource(file: string): string {
  return file.replace(/^src\//, '');
}

const paths = Object.keys(rooms).sort((a, b) => b.length - a.length);

function lies(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(path.endsWith('/') ? path : `${path}/`);
}

function roomOf(file: string): string {
  return paths.find((path) => lies(file, path))!;
}

function permits(permission: string, room: string): boolean {
  return permission.endsWith('/*') ? lies(room, permission.slice(0, -2)) : room === permission;
}

const steps = program.flatMap(({ file, files }) =>
  files
    .map((imported) => ({ file, imported, from: roomOf(file), to: roomOf(imported) }))
    .filter(({ from, to }) => from !== to),
);

test('each file imports only what its room may import, and through the doors', () => {
  const wrong = steps.filter(({ imported, from, to }) => {
    const { doors } = rooms[to]!;
    const isOpen = doors === undefined || doors.some((door) => imported === `${to}/${door}.ts`);
    return !isOpen || !rooms[from]!.may.some((permission) => permits(permission, to));
  });
  expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual([]);
});

test('of two rooms, at most one imports the other, by whatever way', () => {
  const between = paths.map((path) => ({
    file: path,
    files: [...new Set(steps.filter(({ from }) => from === path).map(({ to }) => to))],
    packages: [],
  }));
  expect(circlesOf(between)).toEqual([]);
});

test('every permission of a room and every door is used', () => {
  const needless = paths.flatMap((path) => {
    const { may, doors = [] } = rooms[path]!;
    const out = steps.filter(({ from }) => from === path);
    const entered = new Set(steps.filter(({ to }) => to === path).map(({ imported }) => imported));
    return [
      ...may.filter((permission) => !out.some(({ to }) => permits(permission, to))).map((to) => `${path} -> ${to}`),
      ...doors.map((door) => `${path}/${door}.ts`).filter((door) => !entered.has(door)),
    ];
  });
  expect(needless).toEqual([]);
});

test('packages of the outside world are used in their rooms only', () => {
  const wrong = program.flatMap(({ file, packages: used }) =>
    used.filter((name) => !homesOf(name).some((path) => lies(file, path))).map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

function homesOf(name: string): string[] {
  const key = Object.keys(packages).find((key) => name === key || lies(name, key));
  return key === undefined ? [''] : packages[key]!;
}

const everything = await readImports(['src', 'chaos', 'playground', 'bench', 'scripts']);

test('no files import each other in a circle, types included', () => {
  expect(circlesOf(everything)).toEqual([]);
});

test('no folder has more than 20 files of code', () => {
  const folders = Map.groupBy(everything, ({ file }) => dirname(file));
  const full = [...folders]
    .filter(([, files]) => files.length > 20)
    .map(([folder, files]) => `${folder}: ${files.length}`);
  expect(full).toEqual([]);
});

test('the eye that looks at imports sees all kinds of them', () => {
  const source = [
    "import './effect.ts';",
    "import type { A } from './type.ts';",
    "import b, { type C } from './value.ts';",
    'import {\n  d,\n  e,\n} from "no-string-of-ours";',
    "import {\n  f,\n} from '../many.ts';",
    "export * from './again.ts';",
    "const late = await import('./late.ts');",
    "new Worker(new URL('./thread.ts', import.meta.url));",
    "import { z } from 'zod';",
  ].join('\n');
  expect(importsOf('src/x/y.ts', source)).toEqual({
    file: 'src/x/y.ts',
    files: [
      'src/x/effect.ts',
      'src/x/type.ts',
      'src/x/value.ts',
      'src/many.ts',
      'src/x/again.ts',
      'src/x/late.ts',
      'src/x/thread.ts',
    ],
    packages: ['zod'],
  });
  const circle = ['a', 'b', 'c'].map((name, at, all) => ({ file: name, files: [all[(at + 1) % 3]!], packages: [] }));
  expect(circlesOf([...circle, { file: 'd', files: ['a'], packages: [] }])).toEqual([['a', 'b', 'c']]);
});
