import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostInAnySecond } from '../../../playground/vonage/oracle.ts';
import { aFolder } from '../../support/temporary-folder.ts';
import { aLocalVonage, plainBody, post } from './a-local-vonage.ts';

describe('the oracle file', () => {
  test('has the line of a message before its sender has the answer', async () => {
    const folder = await aFolder();
    const oracleFile = join(folder, 'accepted.ndjson');
    const vonage = await aLocalVonage({ oracleFile });
    vonage.answer({ nth: 2, answer: { kind: 'reject', status: 503, body: '<h1>503</h1>' } });
    vonage.answer({ nth: 3, answer: { kind: 'reset', when: 'after reading', by: 'rst', accepted: true } });

    for (const nth of [1, 2, 3]) {
      await post(vonage.url, { ...plainBody, client_ref: `ref-${nth}` }).catch(() => undefined);
      expect(readFileSync(oracleFile, 'utf8').includes(`"ref-${nth}"`)).toBe(nth !== 2);
    }

    const lines = (await readFile(oracleFile, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(vonage.accepted);
  });
});

describe('the most in any second', () => {
  test.each([
    ['nothing', [], 0],
    ['one', [5], 1],
    ['two a full second apart', [0, 1_000], 1],
    ['two just less than a second apart', [0, 999.9], 2],
    ['a burst between sparse ones', [0, 1_500, 1_600, 1_700, 3_000], 3],
    ['arrivals noted out of order', [1_700, 0, 1_500], 2],
  ])('counts %s', (_, times, most) => {
    expect(mostInAnySecond(times)).toBe(most);
  });

  test('is what counting from each arrival on gives', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 })), (times) => {
        const counts = times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length);
        expect(mostInAnySecond(times)).toBe(Math.max(0, ...counts));
      }),
    );
  });
});
