import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';
import { readableLine } from '../src/readable-line.ts';

test('a line holds no whole number, no token and no text, wherever they were put', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const error = Object.assign(new Error('could not reach +12015550123'), {
    config: { headers: { Authorization: 'Bearer canary-token' }, data: 'canary-text' },
    cause: new Error('12015550123 was refused'),
  });

  log.error(
    { err: error, number: '+12015550123', body: 'canary-text', nested: { token: 'canary-token' } },
    'it failed',
  );

  expect(lines.join()).not.toMatch(/canary|2015550123/);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'error',
    msg: 'it failed',
    err: { message: 'could not reach ••••0123' },
  });
});

test('on a terminal a line is a sentence with the time of day, and what belongs to it in brackets', () => {
  const time = new Date(2026, 2, 2, 9, 5, 7).toISOString();
  const line = (fields: object) => readableLine(JSON.stringify({ time, ...fields }));
  expect(line({ level: 'info', url: 'http://127.0.0.1:3000', counts: { sent: 3 }, msg: 'Trickle is running' })).toBe(
    '09:05:07  Trickle is running (url: http://127.0.0.1:3000, counts: {"sent":3})\n',
  );
  expect(line({ level: 'warn', msg: 'Slack cannot be reached; trying again' })).toBe(
    '09:05:07  WARN: Slack cannot be reached; trying again\n',
  );
  expect(
    line({ level: 'error', err: { message: 'no\u001b[2J way', stack: 'Error: no\n    at a.ts:1' }, msg: 'It failed' }),
  ).toBe('09:05:07  ERROR: It failed (error: no [2J way)\n    at a.ts:1\n');
});
