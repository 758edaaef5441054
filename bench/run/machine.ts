import { mkdtemp, open, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';

/** Where and on what a run was made. */
export type Machine = {
  at: string;
  system: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  /** Milliseconds until a small append is on the medium (fdatasync), the median and the slowest of a hundred in twenty. */
  syncMs: { median: number; p95: number };
  /** Processes that wanted a core in the last minute, before the run. */
  load: number;
};

export async function describeMachine(now: Date): Promise<Machine> {
  const load = loadavg()[0] ?? 0;
  return {
    at: now.toISOString(),
    system: `${type()} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    syncMs: await syncTime(),
    load,
  };
}

export function machineInWords(machine: Machine): string {
  const { system, cpu, cores, memoryGb, node, syncMs, load } = machine;
  const sync = `${syncMs.median.toFixed(2)} ms (p95 ${syncMs.p95.toFixed(2)} ms)`;
  return (
    `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}; an append is on the disk after ${sync}; ` +
    `load ${load.toFixed(2)} before the run.`
  );
}

async function syncTime(): Promise<Machine['syncMs']> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-bench-'));
  const file = await open(join(folder, 'sync'), 'w');
  const took: number[] = [];
  try {
    for (let no = 0; no < 200; no += 1) {
      await file.write(`${'x'.repeat(99)}\n`);
      const startMs = performance.now();
      await file.datasync();
      took.push(performance.now() - startMs);
    }
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
  return { median: median(took), p95: took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)]! };
}
