import { existsSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { bugs } from '../../chaos/museum/bugs.ts';
import { patchedFiles, project } from '../../chaos/museum/project-copy.ts';
import { importsOf } from '../support/imports.ts';

test('the museum has the bugs that others had, each once', () => {
  expect(new Set(bugs.map(({ name }) => name)).size).toBe(bugs.length);
  expect(bugs.length).toBeGreaterThanOrEqual(25);
});

test.each(bugs)('the bug “$name” can still be brought back, and its tests are there', async (bug) => {
  for (const [file, text] of await patchedFiles(bug, project)) {
    expect(file.endsWith('.json') ? JSON.parse(text) : stripTypeScriptTypes(text)).toBeTruthy();
    // A file that is not found fails every test, whether the bug is caught or not.
    expect(importsOf(file, text).files.filter((path) => !existsSync(`${project}${path}`))).toEqual([]);
  }
  expect(bug.tests.length).toBeGreaterThan(0);
  expect(bug.tests.filter((path) => !existsSync(`${project}${path}`))).toEqual([]);
});
