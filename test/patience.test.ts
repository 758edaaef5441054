import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** A pause of our own is a sentence that begins with `await`; whatever else a sleep is part of waits for somebody. */
const isOurPause = /^\s*(if \(.*\) )?await (deps\.)?clock\.sleep\(/;

async function linesWith(pattern: RegExp): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: src })) {
    const lines = (await readFile(join(src, file), 'utf8')).split('\n');
    found.push(...lines.filter((line) => pattern.test(line)).map((line) => `${file}: ${line.trim()}`));
  }
  return found;
}

test('whoever is asked has as much time as ever when the clock runs fast', async () => {
  const sleeps = await linesWith(/\bclock\.sleep\(/);
  expect(sleeps.length).toBeGreaterThan(3);
  expect(sleeps.filter((line) => !isOurPause.test(line.replace(/^[^:]*: /, '')))).toEqual([]);
});
