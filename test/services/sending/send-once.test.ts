import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { PhoneNumber, SenderId } from '../../../src/domain/ids.ts';
import { sendOnce } from '../../../src/services/sending/send-once.ts';
import { aBench } from '../../support/services.ts';

const message = {
  to: PhoneNumber.parse('+12025550100'),
  from: SenderId.parse('12015550123'),
  text: 'Hello',
  ref: 'one',
};

test("nothing leaves while the folder may be another process's", async () => {
  const { store } = await aBench();
  let sends = 0;
  const gateway = {
    send: async () => {
      sends += 1;
      return { kind: 'accepted' as const, messageId: 'm' };
    },
    prepare: async () => {},
    segmentPrice: async () => undefined,
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const taken = { ...store, trouble: () => 'Another process has taken over the data folder.' };
  expect(await sendOnce({ gateway, store: taken, log }, message)).toEqual({ kind: 'not_sent', cause: 'storage' });
  expect(sends).toBe(0);
  expect(await sendOnce({ gateway, store, log }, message)).toMatchObject({ kind: 'accepted' });
});

test('there is no other way to the gateway', async () => {
  const callers: string[] = [];
  for await (const file of glob('src/**/*.ts')) {
    if (/gateway\.send\(/.test(await readFile(file, 'utf8'))) callers.push(file);
  }
  expect(callers).toEqual(['src/services/sending/send-once.ts']);
});
