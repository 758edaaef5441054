import { describe, expect, test } from 'vitest';
import { ownIdentity, startOf, whatBecameOf } from '../../../../src/store/lowdb/folder/process-identity.ts';

const here = { host: 'box', bootId: 'boot-1', pidNamespace: 'pid:[1]', pid: 100, startedAt: '5000' };
const running = new Map([[77, '4000']]);
const look = (pid: number): string | undefined => running.get(pid);

describe('a process that had the folder', () => {
  test.each<[string, Partial<typeof here>, 'alive' | 'gone' | 'unknown']>([
    ['runs beside us', { pid: 77, startedAt: '4000' }, 'alive'],
    ['has ended', { pid: 78, startedAt: '4000' }, 'gone'],
    ['has ended, and a later one got its pid', { pid: 77, startedAt: '3999' }, 'gone'],
    ['had the pid that we have now', { pid: 100, startedAt: '3000' }, 'gone'],
    ['is in a container of the same host name', { pid: 78, pidNamespace: 'pid:[2]' }, 'unknown'],
    ['has our pid in another container', { pid: 100, pidNamespace: 'pid:[2]' }, 'unknown'],
    [
      'ran before the machine was started again, or on another of the same name',
      { pid: 78, bootId: 'boot-0' },
      'unknown',
    ],
    ['has our pid on another machine', { pid: 100, bootId: 'boot-2', host: 'other' }, 'unknown'],
    ['wrote no namespace', { pid: 78, pidNamespace: undefined as never }, 'unknown'],
  ])('that %s', (_where, other, fate) => {
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
