import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

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
