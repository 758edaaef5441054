import type { Bug } from '../bug.ts';

/** Sentences that were true once, and counts that contradict each other. */
export const wordsBreaches: readonly Bug[] = [
  {
    name: 'a card says that it sends while the provider takes nothing',
    patches: [
      {
        file: 'src/domain/pace/standstill.ts',
        find: "        since: before.kind === 'standstill' ? before.since : now,\n",
        put: '        since: now,\n',
      },
      {
        file: 'src/services/reports/reports.ts',
        find: 'if (!isTrying || !(quietUntil || standstill)) return plan;',
        put: 'if (!isTrying || !quietUntil) return plan;',
      },
    ],
    tests: ['test/services/lifecycle/who-waits.test.ts'],
  },
  {
    name: 'what a few messages cost more is not what all of them cost',
    patches: [
      {
        file: 'src/domain/measure/segment-costs.ts',
        find: 'const more = segments - countSegments(stripped).segments;',
        put: 'const more = segments;',
      },
    ],
    tests: ['test/domain/measure/measure.test.ts'],
  },
  {
    name: 'a thread says what to press in another post, which has gone on',
    patches: [
      {
        file: 'src/slack/ui/messages/note.ts',
        find: '...whyPaused(note),',
        put: "...whyPaused(note), ['Press Resume above.'],",
      },
    ],
    tests: ['test/slack/ui/lasting-posts.test.ts'],
  },
  {
    name: 'a German number is Texan, whatever the rest of the list says',
    patches: [
      {
        file: 'src/domain/list/cells/country-doubt.ts',
        find: '  const other = otherOfBoth(plain, home, told);\n',
        put: '  const other = told.size < 0 ? otherOfBoth(plain, home, told) : undefined;\n',
      },
    ],
    tests: ['test/domain/list/numbers-at-home.test.ts'],
  },
  {
    name: 'the card of a STOP that was taken back says that nobody texts the number',
    patches: [
      {
        file: 'src/slack/ui/messages/replies/inbound.ts',
        find: "if (text.reading !== 'opt_out' || isOptedOut",
        put: "if (text.reading !== 'opt_out' || !isOptedOut || isOptedOut",
      },
    ],
    tests: ['test/slack/ui/messages/replies/no-plain-reply.test.ts'],
  },
];
