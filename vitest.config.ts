import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Campaigns over real sockets and a real disk need longer than a unit test on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
