import type { Bug } from '../bug.ts';

/** Sentences that were true once, and counts that contradict each other. */
export const wordsBreaches: readonly Bug[] = [
  {
    name: 'a card says that it sends while the provider takes nothing',
    patches: [
      {
        file: 'src/domain/standstill.ts',
        find: "        since: before.kind === 'standstill' ? before.since : now,\n",
        put: '        since: now,\n',
      },
      {
        file: 'src/services/reports.ts',
        find: 'if (!isTrying || !(quietUntil || standstill)) return plan;',
        put: 'if (!isTrying || !quietUntil) return plan;',
      },
    ],
    tests: ['test/services/who-waits.test.ts'],
  },
];
