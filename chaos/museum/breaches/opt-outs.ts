import type { Bug } from '../bug.ts';

/** Opt-outs from elsewhere, and those that nobody says in so many words. */
export const optOutsBreaches: readonly Bug[] = [
  {
    name: 'a refusal at once with a code for opt-outs opts nobody out',
    patches: [
      {
        file: 'src/services/sending/opt-out-refused.ts',
        find: "if (outcome.kind !== 'refused' || !meansOptedOut(outcome.code)) return;",
        put: "if (outcome.kind !== 'refused' || !meansOptedOut(outcome.code) || number !== '') return;",
      },
    ],
    tests: ['test/services/sending/send-claim.test.ts'],
  },
  {
    name: 'a hold that nobody decides lasts for ever',
    patches: [
      {
        file: 'src/domain/reply/undecided-hold.ts',
        find: 'const decideWithinMs = 24 * 3_600_000;',
        put: 'const decideWithinMs = Number.POSITIVE_INFINITY;',
      },
    ],
    tests: ['test/services/replies/end-holds.test.ts'],
  },
  {
    name: 'whoever says that they are somebody else is texted on',
    patches: [
      {
        file: 'src/services/replies/read-text.ts',
        find: "return { reading: isStop ? reading : 'maybe_opt_out', isWrongPerson };",
        put: 'return { reading, isWrongPerson };',
      },
    ],
    tests: ['test/services/replies/end-holds.test.ts'],
  },
  {
    name: 'an import takes the newer of two dates',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply.ts',
        find: '    for (const one of suppressions) suppressOlder(memory, one);',
        put: '    for (const one of suppressions) (memory ? suppress : suppressOlder)(memory, one);',
      },
    ],
    tests: ['test/services/replies/import-opt-outs.test.ts'],
  },
  {
    name: 'the same import writes everybody down again each time',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply-suppression.ts',
        find: '  if (suppression.undated) return false;',
        put: '',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'a line of an import that is no number is dropped without a word',
    patches: [
      {
        file: 'src/domain/list/opt-outs/read-opt-outs.ts',
        find: 'if (!read.ok) return void refuse(read.reason);',
        put: 'if (!read.ok) return;',
      },
    ],
    tests: ['test/domain/list/opt-outs/read-opt-outs.test.ts'],
  },
];
