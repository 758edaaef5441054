import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * They mostly wait, and for long: begun last, everybody else would wait for them. Of the first four only one starts whole
 * programs, or on a fresh machine all of these would be compiled at once, and Slack waits three seconds for none of them.
 */
const longest = [
  'test/chaos/chaos.test.ts',
  'test/playground/page/page.test.ts',
  'test/services/nudging/forgotten.test.ts',
  'test/acceptance/provider-waits.test.ts',
  'test/acceptance/restored-folder.test.ts',
  'test/playground/page/tour.test.ts',
  'test/acceptance/main-job.test.ts',
];

/** Vitest knows how long a file takes once it has run here; a fresh machine begins with the longest as well. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = longest.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(path)));
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    include: ['test/**/*.test.ts'],
    // Twice the cores of a small machine: whole-program tests mostly wait for intervals to pass.
    maxWorkers: 4,
    // No test replaces a module or a global, so files may share a worker and what it has loaded.
    isolate: false,
    // Node reads the files itself, as it does when the program runs: a fifth less work than Vite’s own way of importing.
    experimental: { viteModuleRunner: false },
    // CI machines are shared: a whole-program test that was starved once may try again, and says so.
    retry: process.env.CI ? 1 : 0,
    // Starts of the whole program are dear: what was compiled for one is there for the next.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/tests', import.meta.url)) },
    // Campaigns over real sockets and a real disk need longer than a unit test on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
