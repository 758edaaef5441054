import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Bug } from './bug.ts';
import { applyBug, copyProject, project } from './project-copy.ts';

export type Trial =
  | { kind: 'caught'; by: string; seconds: number }
  | { kind: 'missed'; seconds: number }
  | { kind: 'not applied'; why: string };

/** Runs the tests that should catch the bug on a copy of the project that has it. */
export async function tryBug(bug: Bug): Promise<Trial> {
  const startedMs = performance.now();
  const copy = await copyProject();
  try {
    await applyBug(bug, copy.folder);
    const { code, output } = await runTests(copy.folder, bug.tests);
    const seconds = (performance.now() - startedMs) / 1_000;
    if (code === 0) return { kind: 'missed', seconds };
    return { kind: 'caught', by: firstFailure(output), seconds };
  } catch (error) {
    return { kind: 'not applied', why: error instanceof Error ? error.message : String(error) };
  } finally {
    await copy.remove();
  }
}

/** Without any bug they must all pass: otherwise they catch nothing. Resolves with the failure, if there is one. */
export async function tryNoBug(tests: readonly string[]): Promise<string | undefined> {
  const copy = await copyProject();
  try {
    const { code, output } = await runTests(copy.folder, tests);
    return code === 0 ? undefined : firstFailure(output);
  } finally {
    await copy.remove();
  }
}

/** One failure is enough. */
function runTests(folder: string, tests: readonly string[]): Promise<{ code: number | null; output: string }> {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--bail', '1', '--reporter', 'verbose', '--no-color', ...tests],
    {
      cwd: folder,
      env: { ...process.env, CI: '1', TZ: 'Pacific/Auckland', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** A run that fails other than by a failed test has caught nothing. */
function firstFailure(output: string): string {
  const failed = /^\s*(?:FAIL|[×✗])\s+(.+)$/m.exec(output)?.[1];
  if (failed && !/No test files found/.test(output)) return failed.replace(/\s+\d+ms$/, '').trim();
  throw new Error(`The tests did not run:\n${output.slice(-2_000)}`);
}
