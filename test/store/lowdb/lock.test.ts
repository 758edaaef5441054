import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realDisk } from '../../../src/store/lowdb/disk.ts';
import { lockFolder } from '../../../src/store/lowdb/lock.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const module = join(import.meta.dirname, '../../../src/store/lowdb/lowdb-store.ts');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trickle-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Another process that has the folder open until it is killed. */
async function anotherProcess(): Promise<ChildProcess> {
  const code = `
    const { openLowdbStore } = await import(${JSON.stringify(module)});
    await openLowdbStore({ folder: ${JSON.stringify(folder)} });
    setInterval(() => {}, 60_000);
    console.log('open');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function aHeartbeat(overrides: object): string {
  return JSON.stringify({ token: 'x', host: hostname(), bootId: 'b', pid: 1, at: now.toISOString(), ...overrides });
}

function lock() {
  return lockFolder({ disk: realDisk, folder, now: () => now, log: () => {} });
}

describe('a folder', () => {
  it('that is in use is refused within a second, naming the other process, also by another path', async () => {
    const other = await anotherProcess();
    const link = `${folder}-link`;
    await symlink(folder, link);
    try {
      const startedAt = performance.now();
      await expect(openLowdbStore({ folder })).rejects.toThrow(`in use by another process (pid ${other.pid})`);
      await expect(openLowdbStore({ folder: link })).rejects.toThrow(`pid ${other.pid}`);
      expect(performance.now() - startedAt).toBeLessThan(2000);
    } finally {
      await kill(other);
      await rm(link);
    }
  });

  it('is free at once when its process was killed, and after an orderly end', async () => {
    await kill(await anotherProcess());
    const store = await openLowdbStore({ folder });
    await expect(openLowdbStore({ folder })).rejects.toThrow('in use');
    await store.close();
    await (await openLowdbStore({ folder })).close();
  });

  it('is refused while somebody on another host renews the heartbeat', async () => {
    await writeFile(join(folder, 'heartbeat.json'), aHeartbeat({ host: 'elsewhere', pid: 77 }));
    await expect(lock()).rejects.toThrow('pid 77 on elsewhere');
  });

  it.each([
    ['whose heartbeat is 30 seconds old', { host: 'elsewhere', at: '2026-11-23T14:59:30.000Z' }],
    ['whose process on this host is dead', { pid: 2 ** 22 + 1 }],
    ['whose machine was started anew', { pid: process.ppid, bootId: 'before' }],
  ])('is taken over from a process %s', async (_who, heartbeat) => {
    await writeFile(join(folder, 'heartbeat.json'), aHeartbeat(heartbeat));
    await (await lock()).release();
  });

  it('that somebody else has taken over is not ours any more, for good', async () => {
    const ours = await lock();
    await ours.beat();
    expect(ours.lost()).toBeUndefined();
    const theirs = aHeartbeat({ host: 'elsewhere', pid: 77 });
    await writeFile(join(folder, 'heartbeat.json'), theirs);
    await ours.beat();
    expect(ours.lost()).toContain('(pid 77 on elsewhere) has taken');
    await ours.release();
    expect(await readFile(join(folder, 'heartbeat.json'), 'utf8')).toBe(theirs);
  });

  it('that is missing is made for this user only', async () => {
    const inner = join(folder, 'deep', 'data');
    await (await openLowdbStore({ folder: inner })).close();
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
    expect((await stat(join(inner, 'meta.json'))).mode & 0o777).toBe(0o600);
  });
});
