import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { storeContract } from '../contract.ts';
import { simulatedDisk } from './simulated-disk.ts';

storeContract('The embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-store-'));
  return { open: () => openLowdbStore({ folder }), remove: () => rm(folder, { recursive: true }) };
});

// The tests of crashes rest on the simulated disk, so it must behave like a real one.
storeContract('The embedded store on a simulated disk', async () => {
  const disk = simulatedDisk();
  return { open: () => openLowdbStore({ folder: '/data', disk }), remove: async () => {} };
});
