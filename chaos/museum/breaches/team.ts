import type { Bug } from '../bug.ts';

const tests = ['test/services/lifecycle/team-hold.test.ts'];

/** Open replies that hold too little, and batches that nobody meant to send in spite of them. */
export const teamBreaches: readonly Bug[] = [
  {
    name: 'each campaign of a channel counts its own replies only',
    patches: [
      {
        file: 'src/services/lifecycle/team.ts',
        find: '  const team = (await campaignsOfTeam({ store }, campaign)).filter((one) => !isLongOver(one, now));',
        put: '  const team = [campaign].filter((one) => !isLongOver(one, now));',
      },
    ],
    tests,
  },
  {
    name: 'two campaigns use the same free places',
    patches: [
      {
        file: 'src/services/lifecycle/plan-now.ts',
        find: "  return turn ? { kind: 'wait', until: turn.until, because: 'turn' } : plan;",
        put: '  return turn ? plan : plan;',
      },
    ],
    tests,
  },
  {
    name: 'whoever sends one batch anyway sends all later ones',
    patches: [
      {
        file: 'src/domain/pace/throttle.ts',
        find: '  if (no !== facts.sendAnyway) {',
        put: '  if (facts.sendAnyway === null) {',
      },
    ],
    tests,
  },
  {
    name: 'a batch after a change of pace does not wait for the approved interval',
    patches: [
      {
        file: 'src/domain/pace/throttle.ts',
        find: 'const seconds = Math.max(throttle.everySeconds, changeover?.everySeconds ?? 0);',
        put: 'const seconds = throttle.everySeconds;',
      },
    ],
    tests: ['test/domain/pace/is-slower.test.ts', 'test/services/campaigns/change-pace.test.ts'],
  },
  {
    name: 'a pace that is slower by the hour counts as slower, whatever it sends in a minute',
    patches: [
      {
        file: 'src/domain/pace/is-slower.ts',
        find: 'Math.ceil(approved.everySeconds / next.everySeconds) <= approved.batchSize',
        put: '(approved.everySeconds / next.everySeconds) <= approved.batchSize',
      },
    ],
    tests: ['test/domain/pace/is-slower.test.ts'],
  },
  {
    name: 'whoever proposed a faster pace approves it',
    patches: [
      {
        file: 'src/domain/campaign/permissions.ts',
        find: '  if (person && campaign.paceProposal?.by === person.id) return',
        put: '  if (person && campaign.paceProposal?.at === person.id) return',
      },
    ],
    tests: ['test/services/campaigns/change-pace.test.ts'],
  },
  {
    name: 'a batch that follows the team goes on to its approved size once the next one is sized',
    patches: [
      {
        file: 'src/domain/pace/throttle.ts',
        find: '  return sized.batch === no + 1 ? sized.before : null;',
        put: '  return null;',
      },
    ],
    tests: ['test/services/lifecycle/team-pace.test.ts', 'test/domain/pace/team-pace.test.ts'],
  },
  {
    name: 'a faster pace holds as soon as somebody proposes it',
    patches: [
      {
        file: 'src/domain/campaign/pace-of.ts',
        find: '  const { throttle, hours } = campaign.slowed ?? campaign;',
        put: '  const { paceProposal = null } = campaign as Partial<Campaign>;\n  const { throttle, hours } = paceProposal?.pace ?? campaign.slowed ?? campaign;',
      },
    ],
    tests: ['test/services/campaigns/change-pace.test.ts'],
  },
  {
    name: 'a reply older than Answer within holds nothing',
    patches: [
      {
        file: 'src/services/lifecycle/plan-now.ts',
        find: '    isLate,\n    holding',
        put: '    isLate: isLate && replies < 0,\n    holding',
      },
    ],
    tests: ['test/services/lifecycle/team-hold.test.ts'],
  },
  {
    name: 'stricter hours that somebody chose do not count',
    patches: [
      {
        file: 'src/domain/campaign/pace-of.ts',
        find: '  return campaign.slowed ? campaign.slowed.hours : campaign.hours;',
        put: '  return campaign.hours;',
      },
    ],
    tests: ['test/domain/campaign/pace-of.test.ts', 'test/services/campaigns/change-pace.test.ts'],
  },
  {
    name: 'a pace that follows the team is left without a limit, and waits for ever',
    patches: [
      {
        file: 'src/domain/campaign/change-of-pace.ts',
        find: "(pace === 'team' ? readTeamHold(input.hold) : readHold(input.hold))",
        put: 'readHold(input.hold)',
      },
    ],
    tests: ['test/services/campaigns/change-pace.test.ts'],
  },
];
