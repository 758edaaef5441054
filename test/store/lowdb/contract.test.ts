import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { type StorePlace, storeContract } from '../contract.ts';
import { simulatedDisk } from './simulated-disk.ts';

async function onDisk(): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-store-'));
  return { open: () => openLowdbStore({ folder }), remove: () => rm(folder, { recursive: true }) };
}

async function onSimulatedDisk(): Promise<StorePlace> {
  const disk = simulatedDisk();
  return { open: () => openLowdbStore({ folder: '/data', disk }), remove: async () => {} };
}

// Suites are opened here, not in the contract: who lists the tests reads only what this file itself says.
describe('The embedded store keeps the promises of a store', () => storeContract(onDisk));

// The tests of crashes rest on the simulated disk, so it must behave like a real one.
describe('The embedded store on a simulated disk keeps the promises of a store', () => storeContract(onSimulatedDisk));
