import { describe, expect, test } from 'vitest';
import { ownIdentity, startOf, whatBecameOf } from '../../../../src/store/lowdb/folder/process-identity.ts';

const here = { host: 'box', bootId: 'boot-1', pidNamespace: 'pid:[1]', pid: 100, startedAt: '5000' };
const running = new Map([[77, '4000']]);
const look = (pid: number): string | undefined => running.get(pid);

describe('a process that had the folder', () => {
  test.each<[string, 'alive' | 'gone' | 'unknown', Partial<typeof here>]>([
    ['runs beside us', 'alive', { pid: 77, startedAt: '4000' }],
    ['has ended', 'gone', { pid: 78, startedAt: '4000' }],
    ['has ended, and a later one got its pid', 'gone', { pid: 77, startedAt: '3999' }],
    ['had the pid that we have now', 'gone', { pid: 100, startedAt: '3000' }],
    ['is in a container of the same host name', 'unknown', { pid: 78, pidNamespace: 'pid:[2]' }],
    ['has our pid in another container', 'unknown', { pid: 100, pidNamespace: 'pid:[2]' }],
    [
      'ran before the machine was started again, or on another of the same name',
      'unknown',
      { pid: 78, bootId: 'boot-0' },
    ],
    ['has our pid on another machine', 'unknown', { pid: 100, bootId: 'boot-2', host: 'other' }],
    ['wrote no namespace', 'unknown', { pid: 78, pidNamespace: undefined as never }],
  ])('that %s is %s', (_where, fate, other) => {
    expect(whatBecameOf({ ...here, ...other }, here, look)).toBe(fate);
  });

  test('is looked up by its pid on a system without namespaces, but not on another host of that kind', () => {
    const mac = { ...here, bootId: 'unknown', pidNamespace: 'unknown', startedAt: '' };
    expect(whatBecameOf({ ...mac, pid: 77 }, mac, look)).toBe('alive');
    expect(whatBecameOf({ ...mac, pid: 78 }, mac, look)).toBe('gone');
    expect(whatBecameOf({ ...mac, pid: 78, host: 'other' }, mac, look)).toBe('unknown');
  });
});

test('we ourselves are running, and no process has the largest pid', async () => {
  const own = await ownIdentity();
  expect(startOf(own.pid)).toBe(own.startedAt);
  expect(startOf(2 ** 22 + 1)).toBeUndefined();
});
