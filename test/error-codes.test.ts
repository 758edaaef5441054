import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Nobody meets these by their code: the form gathers the sentences of all its fields into one error, `bad_form`. */
const toldUnderTheirField = [
  'bad_start',
  'past_start',
  'far_start',
  'no_list',
  'two_lists',
  'no_how',
  'bad_day',
  'bad_days',
];

/** Where a code is made, as the source writes it. */
const makings = [
  /new CampaignError\(\s*'(\w+)'/g,
  /super\('(bad_form)'/g,
  /\bcode: '(\w+)',\s*sentence\b/g,
  /\brefused\('(\w+)'(?:\)|, ')/g,
  /\bfault\('(\w+)'\)/g,
  /\bcannot\('(\w+)', /g,
];

test('every error that people can be told is met by a test, by its code', async () => {
  const codes = new Set((await textsIn('src')).flatMap(codesIn));
  expect(codes.size).toBeGreaterThan(70);
  const tests = (await textsIn('test')).filter((text) => /\bcode|refus/i.test(text)).join('\n');
  const unmet = [...codes].filter((code) => !new RegExp(`'${code}'|\\b${code}: \\[`).test(tests));
  expect(unmet.sort()).toEqual([]);
});

test('no error has a code that this reading of the source would overlook', async () => {
  const unread = /new CampaignError\((?!\s*(?:'\w+'|(?:refusal!?|answer)\.code\b|code\b|`not_\$\{what\}`)).{0,80}/gs;
  expect((await textsIn('src')).flatMap((text) => text.match(unread) ?? [])).toEqual([]);
});

function codesIn(source: string): string[] {
  const found = makings.flatMap((making) => [...source.matchAll(making)].map(([text, code]) => prefixed(text, code!)));
  return found.filter((code) => !toldUnderTheirField.includes(code));
}

/** `cannot('paused', …)` is the code `not_paused`. */
function prefixed(text: string, code: string): string {
  return text.startsWith('cannot') ? `not_${code}` : code;
}

async function textsIn(folder: string): Promise<string[]> {
  const paths = await Array.fromAsync(glob(`${folder}/**/*.ts`));
  const others = paths.filter((path) => !path.endsWith('error-codes.test.ts'));
  return Promise.all(others.map((path) => readFile(path, 'utf8')));
}
