import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const read = async (path: string) => JSON.parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8'));
const { packages } = (await read('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = (await read('package.json')) as Manifest;

type Locked = { version?: string; integrity?: string; hasInstallScript?: boolean; dev?: boolean; os?: string };
type Manifest = Record<'scripts' | 'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;

const installed = Object.entries(packages).filter(([path]) => path !== '');

test('nothing is installed that the lock file does not check, and nothing runs while it is installed', () => {
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, one]) => one.hasInstallScript).map(([path]) => path)).toEqual([]);
});

test('the Node that the program runs on is installed in production as well, in one version for every system', () => {
  const own = installed.filter(([path]) => /^node_modules\/node-(bin-)?(linux|darwin|win)-/.test(path));
  expect(own).toHaveLength(5);
  expect(own.filter(([, { dev }]) => dev)).toEqual([]);
  expect(new Set(own.map(([, { version }]) => version)).size).toBe(1);
  expect(own[0]?.[1].version?.split('.')[0]).toBe(manifest.devDependencies['@types/node']?.split('.')[0]);
});

test.each(['start', 'dev', 'playground'])(
  'npm run %s becomes the program: nobody in between keeps a signal',
  (name) => {
    expect(manifest.scripts[name]).toMatch(/^exec node [^;&|]+$/);
  },
);
