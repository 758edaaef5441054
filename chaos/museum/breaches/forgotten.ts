import type { Bug } from '../bug.ts';

/** Replies that nobody answered, and nobody knew. */
export const forgottenBreaches: readonly Bug[] = [
  {
    name: 'a reply that nobody answers is given to an approver who has left',
    patches: [
      {
        file: 'src/domain/nudge/owners.ts',
        find: 'find((id) => !heirs.gone.has(id)) ?? null',
        put: 'at(0) ?? null',
      },
    ],
    tests: ['test/domain/nudge/nudges.test.ts'],
  },
  {
    name: 'a reply stays with an owner who has left',
    patches: [
      {
        file: 'src/domain/nudge/owners.ts',
        find: 'const isOrphan = owner !== null && owner !== undefined && heirs.gone.has(owner.member);',
        put: 'const isOrphan = false;',
      },
    ],
    tests: ['test/services/nudging/nudges.test.ts'],
  },
  {
    name: 'a silent chat keeps replies without an owner',
    patches: [
      {
        file: 'src/services/gone-members.ts',
        find: 'await Promise.race([people.find(id), late])',
        put: '(await Promise.all([people.find(id), late]))[0]',
      },
    ],
    tests: ['test/services/nudging/nudges.test.ts'],
  },
  {
    name: 'a nudge that the chat took late is followed by the next at once',
    patches: [
      {
        file: 'src/domain/nudge/nudges.ts',
        find: '...[...nudges, ...posts].map',
        put: '...nudges.map',
      },
    ],
    tests: ['test/domain/nudge/nudges.test.ts'],
  },
  {
    name: 'a nudge that the chat dropped is taken for one that stands',
    patches: [
      {
        file: 'src/domain/nudge/nudges.ts',
        find: 'alive.filter(({ id }) => pending.has(id) || posts.some((post) => post.id === id))',
        put: 'alive',
      },
    ],
    tests: ['test/domain/nudge/nudges.test.ts'],
  },
  {
    name: 'nights count as time in which a reply waits',
    patches: [
      {
        file: 'src/domain/nudge/waits.ts',
        find: 'openTimeUntil(hoursOf(campaign),',
        put: 'openTimeUntil(null,',
      },
    ],
    tests: ['test/domain/nudge/nudges.test.ts'],
  },
  {
    name: 'a reply is forgotten after its third step',
    patches: [
      {
        file: 'src/domain/nudge/owners.ts',
        find: '    if (isFree && step === 3 && heir !== null) return [{ id, to: heir }];\n',
        put: '',
      },
    ],
    tests: ['test/chaos/simulation.test.ts'],
  },
  {
    name: 'a reply whose date is of years ago is never nudged',
    patches: [
      {
        file: 'src/services/replies/receive-text.ts',
        find: '    ...(!isCredible(text, now) && { cameAt: now.toISOString() }),\n',
        put: '',
      },
    ],
    tests: ['test/services/nudging/nudges.test.ts'],
  },
];
