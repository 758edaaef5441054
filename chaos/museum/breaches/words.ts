import type { Bug } from '../bug.ts';

/** Words and figures that mislead: sentences that were true once, and counts that contradict each other. */
export const wordsBreaches: readonly Bug[] = [
  {
    name: 'people whose case was closed are still said to need a decision',
    patches: [
      {
        file: 'src/slack/ui/words/figures.ts',
        find: 'const open = unconfirmed - closed;',
        put: 'const open = unconfirmed;',
      },
    ],
    tests: ['test/slack/ui/words/figures.test.ts'],
  },
  {
    name: 'a cancel tells two numbers of people who never get the message',
    patches: [
      {
        file: 'src/slack/ui/messages/note.ts',
        find: 'report ? nobodyElse : without(note.skipped)',
        put: 'without(note.skipped)',
      },
    ],
    tests: ['test/slack/ui/messages/note.test.ts'],
  },
  {
    name: 'people who opted out before their turn are promised the message',
    patches: [
      {
        file: 'src/services/reports/reports.ts',
        find: 'leftOut: { queued, skipped },',
        put: 'leftOut: { queued: 0, skipped },',
      },
    ],
    tests: ['test/services/lifecycle/who-waits.test.ts'],
  },
  {
    name: 'a cancelled campaign offers to send again',
    patches: [
      {
        file: 'src/slack/ui/messages/unconfirmed.ts',
        find: 'sendsNoMore(campaign) ? [close] : [sendAgain, close]',
        put: '[sendAgain, close]',
      },
    ],
    tests: ['test/slack/ui/messages/unconfirmed.test.ts'],
  },
  {
    name: 'a decision is asked of people who may not make it',
    patches: [
      {
        file: 'src/slack/ui/messages/for-whom.ts',
        find: "note.kind === 'unconfirmed' && admins.length > 0",
        put: "note.kind === 'unconfirmed' && admins.length < 0",
      },
    ],
    tests: ['test/slack/ui/messages/unconfirmed.test.ts'],
  },
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
