import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asWritten, filesThatMakeExpressions, regexesOfTheProgram, whySlow } from '../support/hostile/regexes.ts';

/** Their time grows no faster than the text times a bound of their own, and the text is short: checked where it comes in. */
const bounded: Record<string, string> = {
  'src/domain/list/cells/number-cell.ts': 'a cell has at most 1,000 characters, and each start looks at 47 of them',
  'src/domain/message/foreign-tags.ts':
    'an author’s message has at most 3,000 characters, and each start looks at 35 of them',
  'src/sms/problem.ts': 'the words are cut to 2,000 characters, and each start looks at 202 of them',
};

const proven = new Set(
  readFileSync(new URL('./proven-regexes.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== ''),
);
const regexes = regexesOfTheProgram();

test('no regular expression takes more than its share of time, however hostile the text', async () => {
  const slow: string[] = [];
  // `npm run chaos:regexes` has proven the others.
  for (const regex of regexes.filter((one) => !proven.has(asWritten(one)) && !(one.file in bounded))) {
    const why = await whySlow(regex);
    if (why) slow.push(`${regex.file}  ${asWritten(regex)}: ${why}`);
  }
  expect(slow).toEqual([]);
});

test('of a file with a bounded expression all others are proven', () => {
  const unproven = regexes.filter((one) => one.file in bounded && !proven.has(asWritten(one)));
  expect(unproven.map(({ file }) => file).sort()).toEqual(Object.keys(bounded));
});

test('an expression that begins again at every character is found', async () => {
  expect(await whySlow({ file: 'here', source: '[\\s:]+$', flags: '' })).toContain('polynomial');
  expect(await whySlow({ file: 'here', source: '^(a+)+$', flags: '' })).toContain('exponential');
  expect(await whySlow({ file: 'here', source: '^a+b', flags: '' })).toBeUndefined();
});

test('expressions are made from words only where it is known what these can be', () => {
  expect(filesThatMakeExpressions()).toEqual([
    'src/domain/message/segments.ts',
    'src/domain/phone/mobile-pattern.ts',
    'src/domain/phone/person.ts',
    'src/domain/phone/typed-text.ts',
    'src/domain/plain-text.ts',
    'src/domain/wording/count-wording.ts',
    'src/domain/wording/ways-out.ts',
  ]);
});
