import { existsSync } from 'node:fs';
import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './support/imports.ts';

const documents = await Array.fromAsync(
  glob(['*.md', 'docs/*.md', '{src,chaos,playground}/**/README.md'], {
    cwd: projectRoot,
    exclude: ['CHANGELOG.md', 'node_modules'],
  }),
);

/** Where a path in a document may begin: at the root, in `src/`, or beside the document. */
function isThere(path: string, document: string): boolean {
  const beside = join(document, '..');
  return ['', 'src', beside].some((from) => existsSync(join(projectRoot, from, path)));
}

test.each(documents.sort())('every file and folder that %s names is there', async (document) => {
  const text = await readFile(join(projectRoot, document), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+(?:\.(?:ts|md|js|yml)|\/))`/g)].map(([, path]) => path!);
  expect(named.filter((path) => !path.startsWith('/') && !isThere(path, document))).toEqual([]);
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
