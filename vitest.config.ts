import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Twice the cores of a small machine: whole-program tests mostly wait for intervals to pass.
    maxWorkers: 4,
    // No test replaces a module or a global, so files may share a worker and what it has loaded.
    isolate: false,
    // CI machines are shared: a whole-program test that was starved once may try again, and says so.
    retry: process.env.CI ? 1 : 0,
    // Starts of the whole program are dear: what was compiled for one is there for the next.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/tests', import.meta.url)) },
    // Campaigns over real sockets and a real disk need longer than a unit test on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
