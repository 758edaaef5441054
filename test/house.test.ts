import { expect, test } from 'vitest';
import { circlesOf, importsOf, readImports } from './support/imports.ts';

/**
 * A room is what lies below its path, except what lies in a room of a longer path. It imports itself and the rooms named
 * here, types included; of a room with doors, others import the doors only.
 */
type Room = { may: string[]; doors?: string[] };

const rooms: Record<string, Room> = {
  'src/ports.ts': { may: ['src/domain'] },
  'src/domain': { may: [] },
  'src/services': { may: ['src/ports.ts', 'src/domain'] },
  'src/http': { may: ['src/ports.ts', 'src/domain'], doors: ['health', 'http-server'] },
  'src/lists': { may: ['src/ports.ts', 'src/domain'], doors: ['list-reader'] },
  'src/slack': {
    may: ['src/ports.ts', 'src/domain', 'src/services'],
    doors: ['slack-edge', 'announcer', 'clients', 'people'],
  },
  'src/sms': { may: ['src/ports.ts', 'src/domain'], doors: ['vonage-gateway', 'webhooks'] },
  'src/store': { may: ['src/ports.ts', 'src/domain'] },
  // The process: only here the parts meet.
  src: {
    may: ['src/ports.ts', 'src/domain', 'src/services', 'src/http', 'src/lists', 'src/slack', 'src/sms', 'src/store'],
  },
};

/** Packages that not every room may use; what is not named here is Node's own or may be used anywhere in `src/`. */
const packages: Record<string, string[]> = {
  '@slack/': ['src/slack'],
  '@vonage/': ['src/sms'],
  undici: ['src/sms'],
  lowdb: ['src/store'],
  'node-cron': ['src/scheduler.ts'],
  pino: ['src/log.ts'],
  'node:fs': ['src/store', 'src/config.ts', 'src/run.ts', 'src/command-line.ts'],
  'node:http': ['src/http', 'src/slack', 'src/sms'],
  'node:net': ['src/http', 'src/store'],
  'node:worker_threads': ['src/lists'],
  'csv-parse': ['src/domain/list'],
  'libphonenumber-js': ['src/domain'],
  'temporal-polyfill': ['src/domain'],
  tlds: ['src/domain'],
};

const program = await readImports(['src']);
const everything = await readImports(['src', 'chaos', 'playground', 'bench']);

const lies = (file: string, path: string) =>
  file === path || file.startsWith(`${path}/`) || (path.endsWith('/') && file.startsWith(path));
const paths = Object.keys(rooms).sort((a, b) => b.length - a.length);
const roomOf = (file: string) => paths.find((path) => lies(file, path));

test('each file imports only what its room may import, and through the doors', () => {
  const wrong = program.flatMap(({ file, files }) =>
    files.filter((imported) => !mayImport(file, imported)).map((imported) => `${file} imports ${imported}`),
  );
  expect(wrong).toEqual([]);
});

function mayImport(file: string, imported: string): boolean {
  const [from, to] = [roomOf(file)!, roomOf(imported)];
  if (to === undefined) return false;
  if (from === to) return true;
  const { doors } = rooms[to]!;
  return rooms[from]!.may.includes(to) && (doors?.some((door) => imported === `${to}/${door}.ts`) ?? true);
}

test('every permission of a room and every door is used', () => {
  const used = program.flatMap(({ file, files }) => files.map((imported) => `${roomOf(file)} -> ${roomOf(imported)}`));
  const entered = new Set(program.flatMap(({ file, files }) => files.filter((to) => roomOf(to) !== roomOf(file))));
  const needless = paths.flatMap((path) => [
    ...rooms[path]!.may.map((to) => `${path} -> ${to}`).filter((permission) => !used.includes(permission)),
    ...(rooms[path]!.doors ?? []).map((door) => `${path}/${door}.ts`).filter((door) => !entered.has(door)),
  ]);
  expect(needless).toEqual([]);
});

test('packages of the outside world are used in their rooms only', () => {
  const wrong = program.flatMap(({ file, packages: used }) =>
    used.filter((name) => !homesOf(name).some((path) => lies(file, path))).map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

function homesOf(name: string): string[] {
  const key = Object.keys(packages).find((key) => name === key || name.startsWith(key.endsWith('/') ? key : `${key}/`));
  return key === undefined ? ['src'] : packages[key]!;
}

test('no files import each other in a circle, types included', () => {
  expect(circlesOf(everything)).toEqual([]);
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
