import { expect, test } from 'vitest';
import { createRandom } from '../../chaos/random.ts';
import { createVirtualDisk } from '../../chaos/simulation/virtual/virtual-disk.ts';
import { createVirtualTime } from '../../chaos/simulation/virtual/virtual-time.ts';

test('no time passes while a process takes the lock, whatever is left of the one before it still asks for', async () => {
  const disk = createVirtualDisk(createVirtualTime(new Date('2026-03-10T15:00:00Z')), createRandom(1));
  const former = { alive: true };
  const next = { alive: true };
  const formers = disk.mount(former);
  former.alive = false;

  await disk.mount(next).identity('/data');
  await expect(formers.read('/data/meta.json')).rejects.toThrow('this process has ended');
  expect(disk.isWaitingForReality()).toBe(true);

  const read = disk.mount(next).read('/data/meta.json');
  expect(disk.isWaitingForReality()).toBe(false);
  disk.admit();
  expect(await read).toBeUndefined();
});
