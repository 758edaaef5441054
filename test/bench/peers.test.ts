import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whatIsMissing } from '../../bench/peers/needs.ts';
import { contenders } from '../../bench/sending/contenders.ts';
import { projectRoot } from '../support/imports.ts';

const folder = join(projectRoot, 'bench/peers');
const readJson = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));
const { dependencies } = (await readJson('package.json')) as { dependencies: Record<string, string> };

test('a peer whose packages are missing is said to be, with what to do about it', () => {
  expect(whatIsMissing({ packages: ['no-such-peer'] })).toBe(
    'no-such-peer not installed: run npm run bench:peers:install.',
  );
});

test('every package that a peer needs is one of bench/peers, at an exact version that its lock file has too', async () => {
  const needed = contenders.flatMap(({ needs }) => needs?.packages ?? []);
  expect(needed.filter((name) => !(name in dependencies))).toEqual([]);
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const lock = await readJson('package-lock.json');
  expect(lock.packages[''].dependencies).toEqual(dependencies);
});

test('the program itself uses none of them', async () => {
  const own = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const all = { ...own.dependencies, ...own.devDependencies };
  expect(Object.keys(dependencies).filter((name) => name in all)).toEqual([]);
});
