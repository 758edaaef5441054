import type { Bug } from '../bug.ts';

/** What must be asked before anything goes on, and what the last word of a person is. */
export const rulesBreaches: readonly Bug[] = [
  {
    name: 'Send again opens a campaign in a data folder that is older than the world',
    patches: [{ file: 'src/services/unconfirmed.ts', find: '    refuseUnsoundFolder(deps);\n', put: '' }],
    tests: ['test/services/nothing-goes-on.test.ts'],
  },
  {
    name: 'Send again opens a campaign whose approver has been deactivated',
    patches: [
      {
        file: 'src/services/unconfirmed.ts',
        find: '    refuseIfApproverLeft(current, approver, { settings: deps.settings, wayOut: doNotSendAgain });\n',
        put: '',
      },
    ],
    tests: ['test/services/nothing-goes-on.test.ts'],
  },
];
