import type { Bug } from '../bug.ts';

const tests = ['test/services/lifecycle/team-hold.test.ts'];

/** Open replies that hold too little, and batches that nobody meant to send in spite of them. */
export const teamBreaches: readonly Bug[] = [
  {
    name: 'each campaign of a channel counts its own replies only',
    patches: [
      {
        file: 'src/services/lifecycle/team.ts',
        find: '    (await campaignsOfTeam({ store }, campaign)).map(async (one) => ({',
        put: '    [campaign].map(async (one) => ({',
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
];
