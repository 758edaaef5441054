import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, rm, stat, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StoreEvent } from '../../../../src/store/lowdb/files/store-event.ts';
import { lockFolder } from '../../../../src/store/lowdb/folder/lock.ts';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { handClock, timersOf } from '../../../support/hand-clock.ts';
import { aFolder } from '../../../support/temporary-folder.ts';
import { type SimulatedDisk, simulatedDisk } from '../simulated-disk.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const module = join(import.meta.dirname, '../../../../src/store/lowdb/lowdb-store.ts');
let folder: string;

beforeEach(async () => {
  folder = await aFolder();
});

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

function aHolder(overrides: object): string {
  return JSON.stringify({ token: 'x', host: hostname(), bootId: 'b', pid: 1, at: now.toISOString(), ...overrides });
}

/** Somebody whom we cannot see: in another container, or on another machine. */
const elsewhere = { host: 'elsewhere', bootId: 'other', pidNamespace: 'pid:[7]', pid: 77 };

describe('a folder', () => {
  test('that is in use is refused within a second, naming the other process, also by another path', async () => {
    const other = await anotherProcess();
    const link = `${folder}-link`;
    await symlink(folder, link);
    let taken = 0;
    const onTaken = () => {
      taken += 1;
    };
    try {
      const startedAt = performance.now();
      await expect(openLowdbStore({ folder, onTaken })).rejects.toThrow(`in use by another process (pid ${other.pid})`);
      await expect(openLowdbStore({ folder: link })).rejects.toThrow(`pid ${other.pid}`);
      expect(performance.now() - startedAt).toBeLessThan(2000);
      expect(taken).toBe(0);
    } finally {
      await kill(other);
      await rm(link);
    }
    await (await openLowdbStore({ folder, onTaken })).close();
    expect(taken).toBe(1);
  });

  test('is free at once when its process was killed, and after an orderly end', async () => {
    await kill(await anotherProcess());
    const store = await openLowdbStore({ folder });
    await expect(openLowdbStore({ folder })).rejects.toThrow('in use');
    await store.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('heartbeat'))).toEqual([]);
    await (await openLowdbStore({ folder })).close();
  });

  test('that others may read is taken with a warning', async () => {
    await chmod(folder, 0o777);
    const said: StoreEvent[] = [];
    await (await openLowdbStore({ folder, log: (event) => said.push(event) })).close();
    expect(said).toContainEqual({ kind: 'folder_open_to_others', folder });
    await chmod(folder, 0o700);
  });

  test.each([
    ['that can never be made', '/proc/nope/data'],
    ['that is a file', join(import.meta.dirname, 'lock.test.ts')],
    ['below a file', join(import.meta.dirname, 'lock.test.ts/data')],
  ])('%s is refused at once, with the setting that names it', async (_what, path) => {
    await expect(openLowdbStore({ folder: path })).rejects.toThrow(`STORE_URL: the data folder ${path} cannot be used`);
  });

  test('that is missing is made for this user only', async () => {
    const inner = join(folder, 'deep', 'data');
    await (await openLowdbStore({ folder: inner })).close();
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
    expect((await stat(join(inner, 'meta.json'))).mode & 0o777).toBe(0o600);
  });
});

const holderFile = '/data/heartbeat.json';

function diskOf(holder: string): SimulatedDisk {
  return simulatedDisk(new Map([[holderFile, Buffer.from(holder)]]));
}

describe('a folder whose holder cannot be seen', () => {
  /** Takes the folder with time by hand; `elapse` lets seconds pass, one by one, with what happens in each. */
  function taking(disk: SimulatedDisk) {
    const clock = handClock();
    const said: StoreEvent[] = [];
    const taken = lockFolder({
      disk,
      folder: '/data',
      now: clock.now,
      log: (event) => said.push(event),
      timers: timersOf(clock),
    });
    let outcome: string | undefined;
    taken.then(
      () => (outcome = 'taken'),
      (error: Error) => (outcome = error.message),
    );
    const elapse = async (seconds: number, each: (second: number) => Promise<void> = async () => {}) => {
      // The socket and our own identity are real, and take real time.
      while (said.length === 0 && outcome === undefined) await new Promise((resolve) => setImmediate(resolve));
      for (let second = 0; second < seconds && outcome === undefined; second += 1) {
        await each(second);
        await clock.advance(1_000);
      }
    };
    return { clock, said, taken, elapse, outcome: () => outcome };
  }

  test.each([
    ['whose date is of today', now.toISOString()],
    ['whose date is long over', '2020-01-01T00:00:00.000Z'],
    ['whose date is to come', '2030-01-01T00:00:00.000Z'],
  ])('is watched for 30 seconds before it is taken over, with a heartbeat %s', async (_date, at) => {
    const { elapse, outcome, said, taken } = taking(diskOf(aHolder({ ...elsewhere, at })));
    await elapse(29);
    expect(outcome()).toBeUndefined();
    expect(said).toEqual([{ kind: 'lock_waits', pid: 77, host: 'elsewhere', seconds: 30 }]);
    await elapse(20);
    expect(outcome()).toBe('taken');
    await (await taken).release();
  });

  test('is refused as soon as the heartbeat moves', async () => {
    const disk = diskOf(aHolder(elsewhere));
    const { elapse, outcome } = taking(disk);
    await elapse(40, async (second) => {
      if (second === 9) disk.put('/data/heartbeat.x.beat', Buffer.from('2'));
    });
    expect(outcome()).toContain('in use by another process (pid 77 on elsewhere)');
  });

  test('is refused when another newcomer was faster', async () => {
    const disk = diskOf(aHolder(elsewhere));
    const { elapse, outcome } = taking(disk);
    await elapse(40, async (second) => {
      if (second === 20) disk.put(holderFile, Buffer.from(aHolder({ ...elsewhere, token: 'y', pid: 78 })));
    });
    expect(outcome()).toContain('pid 78');
  });

  test('is taken at once when it was given back meanwhile', async () => {
    const disk = diskOf(aHolder(elsewhere));
    const { elapse, outcome, taken } = taking(disk);
    await elapse(10, async (second) => {
      if (second === 3) await disk.remove(holderFile);
    });
    expect(outcome()).toBe('taken');
    await (await taken).release();
  });
});

describe('a folder that is ours', () => {
  const lock = (disk: SimulatedDisk, clock = handClock()) =>
    lockFolder({ disk, folder: '/data', now: clock.now, log: () => {}, timers: timersOf(clock) });

  test('and that somebody else takes over is not ours any more, for good', async () => {
    const disk = simulatedDisk();
    const ours = await lock(disk);
    await ours.mustBeOurs();
    const theirs = Buffer.from(aHolder(elsewhere));
    disk.put(holderFile, theirs);
    await expect(ours.mustBeOurs()).rejects.toThrow('(pid 77 on elsewhere) has taken');
    await ours.beat();
    expect(ours.lost()).toContain('has taken');
    await ours.release();
    expect(disk.contentOf(holderFile)).toEqual(theirs);
  });

  test('is not surely ours when we were frozen for 20 seconds, until we have looked', async () => {
    const clock = handClock();
    const ours = await lock(simulatedDisk(), clock);
    clock.leap(25_000);
    expect(ours.lost()).toContain('could not be renewed');
    await ours.confirm();
    expect(ours.lost()).toBeUndefined();
    await ours.release();
  });

  test('is surely ours however fast the clock runs that people are shown', async () => {
    let shownMs = Date.parse('2026-03-02T09:00:00.000Z');
    const clock = handClock();
    const timers = timersOf(clock);
    const now = () => new Date(shownMs);
    const ours = await lockFolder({ disk: simulatedDisk(), folder: '/data', now, log: () => {}, timers });
    for (let second = 0; second < 60; second += 1) {
      shownMs += 10_000;
      await clock.advance(1_000);
      expect(ours.lost()).toBeUndefined();
    }
    await ours.release();
  });

  test('is not surely ours when the machine slept, and only its wall clock went on', async () => {
    const clock = handClock();
    const ours = await lock(simulatedDisk(), clock);
    clock.set(25_000);
    expect(ours.lost()).toContain('could not be renewed');
    await ours.confirm();
    expect(ours.lost()).toBeUndefined();
    await ours.release();
  });
});
