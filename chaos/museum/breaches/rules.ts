import type { Bug } from '../bug.ts';

/** What must be asked before anything goes on, and what the last word of a person is. */
export const rulesBreaches: readonly Bug[] = [
  {
    name: 'Send again opens a campaign in a data folder that is older than the world',
    patches: [{ file: 'src/services/campaigns/unconfirmed.ts', find: '    refuseUnsoundFolder(deps);\n', put: '' }],
    tests: ['test/services/nothing-goes-on.test.ts'],
  },
  {
    name: 'Send again opens a campaign whose approver has been deactivated',
    patches: [
      {
        file: 'src/services/campaigns/unconfirmed.ts',
        find: '    refuseIfApproverLeft(current, approver, { settings: deps.settings, wayOut: doNotSendAgain });\n',
        put: '',
      },
    ],
    tests: ['test/services/nothing-goes-on.test.ts'],
  },
  {
    name: 'a START of the same second lifts a STOP',
    patches: [
      {
        file: 'src/domain/reply/last-word.ts',
        find: 'return startMs > atMs ||',
        put: 'return startMs >= atMs ||',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'a decision about one text lifts the STOP that came under another campaign meanwhile',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: "  if (suppressionOf(memory, number)?.kind === 'opted_out') return true;\n",
        put: '',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'who wrote START since still stands among those opted out',
    patches: [
      {
        file: 'src/domain/reply/opted-out-here.ts',
        find: "  if (suppression?.kind !== 'opted_out') return false;\n  const since = Date.parse(suppression.at);",
        put: "  const since = Date.parse(suppression?.at ?? '1970-01-01T00:00:00Z');",
      },
    ],
    tests: ['test/services/reports/opted-out-figure.test.ts'],
  },
  {
    name: 'whom an agent opted out is not among those opted out',
    patches: [
      {
        file: 'src/domain/reply/opted-out-here.ts',
        find: "    ...decisions.filter(({ kind }) => kind === 'opted_out'),\n",
        put: '    ...decisions.slice(decisions.length),\n',
      },
    ],
    tests: ['test/services/reports/opted-out-figure.test.ts'],
  },
  {
    name: 'a journal that was cut goes unnoticed when the file that tells so is gone as well',
    patches: [
      {
        file: 'src/store/lowdb/documents/recover.ts',
        find: 'await readReach({ disk, folder, seed }, meta.hasReach === true)',
        put: 'await readReach({ disk, folder, seed }, meta.journalFrom < 1)',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
];
