import type { Bug } from '../bug.ts';

/** Bugs that others have had: a text sent twice, lost, or counted wrong. */
export const knownInSending: readonly Bug[] = [
  {
    name: 'send before claim',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: "    await changes.commit({\n      kind: 'claimed',",
        put: "    await changes.durable();\n    if (nos.length < 0) await changes.commit({\n      kind: 'claimed',",
      },
      {
        file: 'src/store/lowdb/stores/record.ts',
        find: "if (state === 'claimed' && columns.changedAt[no] === claimedAt.getTime()) {",
        put: "if (state === 'queued') {",
      },
    ],
    tests: ['test/store/lowdb/crash.test.ts'],
  },
  {
    name: 'claim without fsync',
    patches: [{ file: 'src/store/lowdb/journal/journal.ts', find: '        await current.file.sync();\n', put: '' }],
    tests: ['test/store/lowdb/crash.test.ts'],
  },
  {
    name: 'outcome before claim in the same group commit',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: "    await changes.commit({\n      kind: 'claimed'",
        put: "    void changes.commit({\n      kind: 'claimed'",
      },
    ],
    tests: ['test/store/lowdb/crash.test.ts'],
  },
  {
    name: 'queue again on ECONNRESET',
    patches: [
      {
        file: 'src/sms/classify.ts',
        find: "answer.phase === 'connecting' ?",
        put: "answer.phase === 'connecting' || answer.code === 'ECONNRESET' ?",
      },
    ],
    tests: ['test/sms/classify.test.ts'],
  },
  {
    name: 'queue again on 503',
    patches: [
      {
        file: 'src/sms/classify.ts',
        find: 'if (status === 429) return',
        put: 'if (status === 429 || status === 503) return',
      },
    ],
    tests: ['test/sms/classify.test.ts'],
  },
  {
    name: 'treat a bad 2xx as a failure',
    patches: [
      {
        file: 'src/sms/classify.ts',
        find: "  return { kind: 'unconfirmed', cause: 'no_id' };",
        put: "  return { kind: 'refused', code: 'no_id', reason: 'no id' };",
      },
    ],
    tests: ['test/sms/classify.test.ts'],
  },
  {
    name: 'follow redirects',
    patches: [
      {
        file: 'src/sms/exchange.ts',
        find: "import { type Dispatcher, Pool } from 'undici';",
        put: "import { type Dispatcher, interceptors, Pool } from 'undici';",
      },
      {
        file: 'src/sms/exchange.ts',
        find: 'pool.dispatch(call, follow(options, resolve))',
        put: 'pool.compose(interceptors.redirect({ maxRedirections: 3 })).dispatch({ ...call, origin }, follow(options, resolve))',
      },
    ],
    tests: ['test/sms/vonage-gateway.test.ts'],
  },
  {
    name: 'SDK with a retry wrapper',
    patches: [
      {
        file: 'src/sms/vonage-client.ts',
        find: '    send: (message) => send({ vonage, api: hosts.api, log }, message),',
        put: [
          '    send: async (message) => {',
          '      const once = () => send({ vonage, api: hosts.api, log }, message);',
          '      const outcome = await once();',
          "      return outcome.kind === 'unconfirmed' ? once() : outcome;",
          '    },',
        ].join('\n'),
      },
    ],
    tests: ['test/sms/vonage-gateway.test.ts'],
  },
  {
    name: 'an expired claim goes back into the queue',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply-recipients.ts',
        find: "{ state: 'unconfirmed', reason: 'crash', changedAt: at }",
        put: "{ state: 'queued', reason: null, changedAt: at }",
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'a claim may be of any age when it is sent',
    patches: [
      {
        file: 'src/services/sending/send-claim.ts',
        find: '    ageMs > claimLastsMs ||\n',
        put: '    ageMs === -1 ||\n',
      },
    ],
    tests: ['test/services/sending/send-claim.test.ts'],
  },
  {
    name: '2xx before the inbound text is durable',
    patches: [
      {
        file: 'src/sms/webhooks/webhooks.ts',
        find: '    await deliver(understood, document, options);',
        put: '    deliver(understood, document, options).catch(() => {});',
      },
    ],
    tests: ['test/sms/webhooks/webhooks.test.ts'],
  },
  {
    name: 'rank of webhooks reversed',
    patches: [
      {
        file: 'src/domain/recipient/delivery-receipt.ts',
        find: 'rank[status] > rank[state]',
        put: 'rank[status] < rank[state]',
      },
    ],
    tests: ['test/domain/recipient/delivery-receipt.test.ts'],
  },
  {
    name: 'unconfirmed counted as sent',
    patches: [
      {
        file: 'src/domain/pace/progress.ts',
        find: 'sent: counts.submitted +',
        put: 'sent: counts.unconfirmed + counts.submitted +',
      },
    ],
    tests: ['test/domain/pace/progress.test.ts'],
  },
  {
    name: 'completed while a message is still on its way',
    patches: [
      {
        file: 'src/services/lifecycle/lifecycle.ts',
        find: 'tally.counts.queued === 0 && tally.counts.claimed === 0',
        put: 'tally.counts.queued === 0',
      },
      {
        file: 'src/services/lifecycle/lifecycle.ts',
        find: "current.status === 'running' && queued + claimed === 0",
        put: "current.status === 'running' && queued === 0 && claimed >= 0",
      },
      {
        file: 'src/services/lifecycle/lifecycle.ts',
        find: 'if (queued + claimed > 0) return',
        put: 'if (queued > 0) return',
      },
      {
        file: 'src/store/lowdb/stores/campaigns.ts',
        find: 'counts.queued + counts.claimed > 0',
        put: 'counts.queued > 0',
      },
    ],
    tests: ['test/services/lifecycle/completion.test.ts'],
  },
  {
    name: 'a fast limit keeps as little of a second free as a slow one',
    patches: [
      {
        file: 'src/services/sending/rate-limits.ts',
        find: '(perSecond < 100 ? 1.01 : 1.018)',
        put: '(perSecond < 100 ? 1.01 : 1.01)',
      },
    ],
    tests: ['test/services/sending/rate-limits.test.ts'],
  },
];
