import type { Bug } from '../bug.ts';

/** First people that are more than was said, and news of old that stops a campaign again. */
export const canaryBreaches: readonly Bug[] = [
  {
    name: 'a claim gives more people than the canary lets',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: '  const left = canaryLeft(campaign, columns.counts);',
        put: '  const left = canaryLeft({}, columns.counts);',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'receipts from before Resume stop a campaign again',
    patches: [
      {
        file: 'src/services/sending/delivery-watch.ts',
        find: '        if (!recipient || isOldNews(campaign.watchedFrom, recipient)) return;',
        put: '        if (!recipient) return;',
      },
    ],
    tests: ['test/services/sending/delivery-watch.test.ts'],
  },
  {
    name: 'the next batch follows at once on the rest of one that a pause cut short',
    patches: [
      {
        file: 'src/services/campaigns/controls.ts',
        find: '    : restampedRest(campaign, batch, now).restamped;',
        put: '    : campaign.restamped;',
      },
    ],
    tests: ['test/services/sending/cut-batches.test.ts'],
  },
  {
    name: 'the next batch follows at once on the rest of one that the night cut short',
    patches: [
      {
        file: 'src/services/lifecycle/restamp.ts',
        find: 'return opensAt !== null && opensAt <= now &&',
        put: 'return opensAt !== null && opensAt > now &&',
      },
    ],
    tests: ['test/services/sending/cut-batches.test.ts'],
  },
  {
    name: 'after Resume the rest of a batch is watched by no breaker',
    patches: [
      {
        file: 'src/domain/pace/delivery-breaker.ts',
        find: '(text.batch === batch && text.no <= upTo)',
        put: 'text.batch === batch',
      },
    ],
    tests: ['test/services/sending/delivery-watch.test.ts'],
  },
  {
    name: 'a restart forgets the receipts that had come',
    patches: [
      {
        file: 'src/services/sending/delivery-watch.ts',
        find: 'return { trouble: [...counted.values()], counted };',
        put: 'return { trouble: [], counted };',
      },
    ],
    tests: ['test/services/sending/delivery-watch.test.ts'],
  },
  {
    name: 'a question behind an automatic header is nobody’s',
    patches: [
      {
        file: 'src/domain/reply/automatic-text.ts',
        find: '  if (/[?？؟]/.test(said)) return false;',
        put: '  if (said === "?") return false;',
      },
    ],
    tests: ['test/domain/reply/automatic-text.test.ts'],
  },
  {
    name: 'a canary goes on alone before anybody can have answered',
    patches: [
      {
        file: 'src/domain/pace/canary.ts',
        find: "    if (!isOld) return 'undecided';\n",
        put: "    if (!isOld && looked < 0) return 'undecided';\n",
      },
    ],
    tests: ['test/domain/pace/canary.test.ts'],
  },
  {
    name: 'a canary goes on alone whoever opts out',
    patches: [
      {
        file: 'src/services/lifecycle/watch-canary.ts',
        find: "  if (verdict === 'stop') return ask(deps, campaign, 'opt_outs', now);",
        put: "  if (verdict === 'stop') return goOnAlone(deps, campaign, tally, now);",
      },
    ],
    tests: ['test/services/lifecycle/canary.test.ts'],
  },
];
