import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for the test that runs, which goes with it, after what its hooks have closed. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
