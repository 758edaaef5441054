import type { Bug } from '../bug.ts';

/** Who may do what, and on which sight. */
export const authorityBreaches: readonly Bug[] = [
  {
    name: 'an approver need not know that nobody said how people agreed',
    patches: [
      {
        file: 'src/domain/consent/boxes.ts',
        find: 'needed.find((tick) => !ticked.includes(tick))',
        put: 'ticked.find((tick) => !needed.includes(tick))',
      },
    ],
    tests: ['test/services/campaigns/consent.test.ts'],
  },
  {
    name: 'how people agreed changes under an approval',
    patches: [
      {
        file: 'src/domain/campaign/approval.ts',
        find: '.update(canonicalJson({ ...content, leaveOut }))',
        put: '.update(canonicalJson({ ...content, leaveOut, consent: undefined }))',
      },
    ],
    tests: ['test/services/campaigns/consent.test.ts'],
  },
  {
    name: 'what was said of one list stands on another',
    patches: [
      {
        file: 'src/services/campaigns/editing.ts',
        find: '...(isOfOthers && { consent: consentOfOtherPeople(current.consent) }),',
        put: '...(isOfOthers && { consent: current.consent }),',
      },
    ],
    tests: ['test/services/campaigns/consent.test.ts'],
  },
  {
    name: 'an editor releases her own words once somebody else has saved them',
    patches: [
      {
        file: 'src/domain/campaign/campaign.ts',
        find: '...(campaign.editedBy ?? []), ',
        put: '',
      },
    ],
    tests: ['test/services/campaigns/two-people.test.ts'],
  },
  {
    name: 'an edit overwrites what somebody else did meanwhile',
    patches: [
      {
        file: 'src/domain/campaign/approval.ts',
        find: 'return campaign.status === seen.status && contentHash(campaign) === seen.contentHash;',
        put: 'return contentHash(campaign) !== seen.contentHash || campaign.status !== null;',
      },
    ],
    tests: ['test/services/campaigns/two-people.test.ts'],
  },
  {
    name: 'whoever has no role sees the campaigns',
    patches: [
      {
        file: 'src/services/authority.ts',
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
        file: 'src/services/replies/inbox.ts',
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
    tests: ['test/slack/listeners/commands.test.ts'],
  },
  {
    name: 'anybody ends other people’s drafts',
    patches: [
      {
        file: 'src/domain/campaign/permissions.ts',
        find: "campaign.status === 'pending_approval' && roles.approvers.length === 0",
        put: 'roles.approvers.length >= 0',
      },
    ],
    tests: ['test/domain/campaign/permissions.test.ts'],
  },
  {
    name: 'all lists are read at once',
    patches: [{ file: 'src/services/list/list-queue.ts', find: 'inTurn(work)', put: 'work()' }],
    tests: ['test/services/campaigns/drafts.test.ts'],
  },
  {
    name: 'previews are kept for ever',
    patches: [
      {
        file: 'src/domain/campaign/campaign-shelf.ts',
        find: 'return isNeverSubmitted(campaign) && now.getTime() - touched > untouchedMs;',
        put: 'return now.getTime() < touched;',
      },
    ],
    tests: ['test/services/campaigns/drafts.test.ts'],
  },
  {
    name: 'a signed request of before a restart acts once more',
    patches: [
      {
        file: 'src/slack/requests/not-again.ts',
        find: 'if (!(signedAt > takenBefore)) throw',
        put: 'if (!(signedAt > takenBefore) && takenBefore < 0) throw',
      },
    ],
    tests: ['test/acceptance/restart-and-replay.test.ts'],
  },
  {
    name: 'an admin of five minutes ago lifts an opt-out',
    patches: [
      {
        file: 'src/services/replies/opt-outs.ts',
        find: '      const person = await people.findNow(by);\n      await requireAdmin(deps, person, onlyAnAdminLifts);',
        put: '      const person = await people.find(by);\n      await requireAdmin(deps, person, onlyAnAdminLifts);',
      },
    ],
    tests: ['test/services/authority.test.ts'],
  },
  {
    name: 'an agent who was made a guest a moment ago texts a phone',
    patches: [
      {
        file: 'src/services/replies/inbox.ts',
        find: '    answer: async (id, { text, canned, onePress = false, by, key, seen, outcome, ifOpen, stood }) => {\n      await checkAgent(by, people.findNowOrLately);',
        put: '    answer: async (id, { text, canned, onePress = false, by, key, seen, outcome, ifOpen, stood }) => {\n      await checkAgent(by);',
      },
    ],
    tests: ['test/services/authority.test.ts'],
  },
  {
    name: 'anybody submits a draft of somebody else',
    patches: [
      {
        file: 'src/services/campaigns/approving.ts',
        find: '      requireWriter(deps, person, await needCampaign(store, id));\n      if (vouches)',
        put: '      if (vouches)',
      },
    ],
    tests: ['test/services/campaigns/two-people.test.ts'],
  },
  {
    name: 'who submitted it approves it once somebody else has submitted it again',
    patches: [
      {
        file: 'src/domain/campaign/permissions.ts',
        find: 'if (person && submittersOf(campaign).includes(person.id)) return',
        put: 'if (person && campaign.submittedBy === person.id) return',
      },
    ],
    tests: ['test/services/campaigns/two-people.test.ts'],
  },
  {
    name: 'how a campaign stands is told before anybody asks for the role',
    patches: [
      {
        file: 'src/services/campaigns/approving.ts',
        find: '    const person = await find(by);\n    requireReader(deps, person);\n    const campaign = await needCampaign(store, id);\n    await refuseUnlessPending(deps, campaign);',
        put: '    const campaign = await needCampaign(store, id);\n    await refuseUnlessPending(deps, campaign);\n    const person = await find(by);\n    requireReader(deps, person);',
      },
    ],
    tests: ['test/services/authority.test.ts'],
  },
  {
    name: 'a page in the place of Slack’s answer is the channel’s fault',
    patches: [{ file: 'src/slack/api/slack-failure.ts', find: '|| !slackWord.test(code)', put: '|| !slackWord' }],
    tests: ['test/slack/api/slack-failure.test.ts'],
  },
  {
    name: 'an old preview deletes what somebody else wrote since',
    patches: [
      {
        file: 'src/services/campaigns/controls.ts',
        find: '      refuseUnlessSame(draft, contentHash);\n',
        put: '',
      },
      {
        file: 'src/services/campaigns/controls.ts',
        find: '    refuseUnlessSame(current, contentHash);\n    return',
        put: '    return',
      },
    ],
    tests: ['test/slack/listeners/old-windows.test.ts'],
  },
  {
    name: 'an old preview puts plain characters into the words of somebody else',
    patches: [
      {
        file: 'src/slack/listeners/actions/preview.ts',
        find: 'campaigns.usePlainCharacters(id, { by, seen })',
        put: 'campaigns.open(id, by).then((now) => campaigns.usePlainCharacters(id, { by, seen: seenOf(now) ?? seen }))',
      },
    ],
    tests: ['test/slack/listeners/old-windows.test.ts'],
  },
  {
    name: 'an old preview gives its better pace to what somebody else has written since',
    patches: [
      {
        file: 'src/slack/listeners/actions/preview.ts',
        find: 'campaigns.useBetterPace(id, { ...input, pace',
        put: 'campaigns.useBetterPace(id, { by: input.by, seen: undefined as never, pace',
      },
    ],
    tests: ['test/slack/listeners/old-windows.test.ts'],
  },
  {
    name: 'a test is sent of what its author has not seen',
    patches: [
      {
        file: 'src/services/campaigns/test-messages.ts',
        find: '      if (seen !== undefined) refuseUnlessSame(campaign, seen);\n',
        put: '      if (seen === key) refuseUnlessSame(campaign, seen);\n',
      },
    ],
    tests: ['test/slack/listeners/old-windows.test.ts'],
  },
  {
    name: 'a box about a new folder vouches for an older one',
    patches: [
      {
        file: 'src/services/folder/folder-question.ts',
        find: "typeof asked === 'string' && asked !== question.at",
        put: "typeof asked === 'string' && asked === ''",
      },
    ],
    tests: ['test/services/folder/folder-guard.test.ts'],
  },
  {
    name: 'whoever approves another pace approves the rules of today with it',
    patches: [
      {
        file: 'src/domain/campaign/change-of-pace.ts',
        find: '  const approval = { ...before, by,',
        put: '  const approval = { ...(before && { first: before.first }), by,',
      },
    ],
    tests: ['test/services/campaigns/change-pace.test.ts'],
  },
];
