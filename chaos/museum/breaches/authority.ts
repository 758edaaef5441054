import type { Bug } from '../bug.ts';

/** Who may do what, and on which sight. */
export const authorityBreaches: readonly Bug[] = [
  {
    name: 'an editor releases her own words once somebody else has saved them',
    patches: [
      {
        file: 'src/domain/campaign.ts',
        find: '...(campaign.editedBy ?? []), ',
        put: '',
      },
    ],
    tests: ['test/services/two-people.test.ts'],
  },
  {
    name: 'an edit overwrites what somebody else did meanwhile',
    patches: [
      {
        file: 'src/domain/approval.ts',
        find: 'return campaign.status === seen.status && contentHash(campaign) === seen.contentHash;',
        put: 'return contentHash(campaign) !== seen.contentHash || campaign.status !== null;',
      },
    ],
    tests: ['test/services/two-people.test.ts'],
  },
  {
    name: 'whoever has no role sees the campaigns',
    patches: [
      {
        file: 'src/services/looking.ts',
        find: 'refuse(whyNotSee(person, settings.roles))',
        put: 'refuse(whyNotSee(person, { ...settings.roles, creators: [] }))',
      },
    ],
    tests: ['test/services/authority.test.ts'],
  },
  {
    name: 'whoever has no role sees whole numbers',
    patches: [
      {
        file: 'src/services/inbox.ts',
        find: '    showNumber: async (id, by) => {\n      await checkAgent(by, people.findNowOrLately);\n',
        put: '    showNumber: async (id, by) => {\n',
      },
    ],
    tests: ['test/services/authority.test.ts'],
  },
  {
    name: 'cancel, when it is typed, asks nothing',
    patches: [
      {
        file: 'src/slack/listeners/commands/command-answers.ts',
        find: 'await campaigns.checkCancel(id, by);',
        put: 'await campaigns.cancel(id, by);',
      },
    ],
    tests: ['test/slack/commands.test.ts'],
  },
  {
    name: 'anybody ends other people’s drafts',
    patches: [
      {
        file: 'src/domain/permissions.ts',
        find: "campaign.status === 'pending_approval' && roles.approvers.length === 0",
        put: 'roles.approvers.length >= 0',
      },
    ],
    tests: ['test/domain/permissions.test.ts'],
  },
  {
    name: 'all lists are read at once',
    patches: [{ file: 'src/services/turns.ts', find: 'inTurn(work)', put: 'work()' }],
    tests: ['test/services/drafts.test.ts'],
  },
  {
    name: 'previews are kept for ever',
    patches: [
      {
        file: 'src/domain/campaign-shelf.ts',
        find: 'return isNeverSubmitted(campaign) && now.getTime() - touched > untouchedMs;',
        put: 'return now.getTime() < touched;',
      },
    ],
    tests: ['test/services/drafts.test.ts'],
  },
];
