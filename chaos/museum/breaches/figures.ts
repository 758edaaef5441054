import type { Bug } from '../bug.ts';

/** Words and figures that mislead. */
export const figuresBreaches: readonly Bug[] = [
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
];
