import { glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './support/imports.ts';

const documents = await Array.fromAsync(
  glob(['*.md', 'docs/*.md', '{src,chaos,playground}/**/README.md'], {
    cwd: projectRoot,
    exclude: ['CHANGELOG.md', 'node_modules'],
  }),
);

/** The paths that `{a,b}` stands for. */
function spelledOut(path: string): string[] {
  const [whole, choices] = path.match(/\{([^}]*)\}/) ?? [];
  return whole === undefined
    ? [path]
    : choices!.split(',').flatMap((choice) => spelledOut(path.replace(whole, () => choice)));
}

/** The paths in what stands between backticks: a path, or a command with paths. After `t`, each begins in `test/`. */
function pathsIn(code: string): string[] {
  const [first, ...rest] = code.split(' ');
  const words = first === 't' ? rest.map((word) => `test/${word}`) : [first!, ...rest];
  return words.filter((word) => /^[\w.][\w./{},*-]*(\.(ts|md|js|yml|txt)|\/)$/.test(word)).flatMap(spelledOut);
}

/** Where a path in a document may begin: at the root, in `src/`, or beside the document. */
async function isThere(path: string, document: string): Promise<boolean> {
  const places = ['', 'src', dirname(document)].map((from) => join(from, path));
  return (await Array.fromAsync(glob(places, { cwd: projectRoot }))).length > 0;
}

test.each(documents.sort())('every file and folder that %s names is there', async (document) => {
  const text = await readFile(join(projectRoot, document), 'utf8');
  const missing: string[] = [];
  for (const [, code] of text.matchAll(/`([^`\n]+)`/g)) {
    for (const path of pathsIn(code!)) {
      if (!(await isThere(path, document))) missing.push(path);
    }
  }
  expect(missing).toEqual([]);
});

test('paths are found in commands and in braces', () => {
  expect(pathsIn('t slack/{a,b}.test.ts x/')).toEqual(['test/slack/a.test.ts', 'test/slack/b.test.ts', 'test/x/']);
  expect(pathsIn('npm run cases -- <folder>')).toEqual([]);
});

test.each(documents)('every script that %s names can be run', async (document) => {
  const text = await readFile(join(projectRoot, document), 'utf8');
  const { scripts } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const named = [...text.matchAll(/\bnpm run (?:-s )?([\w:]+)/g)].map(([, script]) => script!);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});

test('a folder with more than five files of code opens with a README', async () => {
  const silent: string[] = [];
  for await (const folder of glob('{src,chaos,playground}/**/', { cwd: projectRoot })) {
    const names = await readdir(join(projectRoot, folder));
    const isLarge = names.filter((name) => name.endsWith('.ts')).length > 5;
    if (isLarge && !names.includes('README.md')) silent.push(folder);
  }
  expect(silent).toEqual([]);
});
