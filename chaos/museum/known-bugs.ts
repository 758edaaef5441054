import type { Bug } from './bug.ts';

/** Bugs that others have had. */
export const knownBugs: readonly Bug[] = [
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
        find: "import { Pool } from 'undici';",
        put: "import { interceptors, Pool } from 'undici';",
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
        file: 'src/sms/vonage-gateway.ts',
        find: '    send: (message) => send(vonage, message, log),',
        put: [
          '    send: async (message) => {',
          '      const outcome = await send(vonage, message, log);',
          "      return outcome.kind === 'unconfirmed' ? send(vonage, message, log) : outcome;",
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
      { file: 'src/services/sending/send-claim.ts', find: '    ageMs > claimMs ||\n', put: '    ageMs === -1 ||\n' },
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
    name: 'opt-out checked only when the list is read',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: 'const suppression = suppressionOf(memory, numberAt(numbers, no));',
        put: 'const suppression = no < 0 ? suppressionOf(memory, numberAt(numbers, no)) : undefined;',
      },
      { file: 'src/services/sending/send-claim.ts', find: '    store.suppressions.blocks(claim.number) ||\n', put: '' },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'opt-out not looked at once more before a message leaves',
    patches: [
      { file: 'src/services/sending/send-claim.ts', find: '    store.suppressions.blocks(claim.number) ||\n', put: '' },
    ],
    tests: ['test/services/sending/send-claim.test.ts'],
  },
  {
    name: 'opt-out not part of the claim',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: 'const suppression = suppressionOf(memory, numberAt(numbers, no));',
        put: 'const suppression = no < 0 ? suppressionOf(memory, numberAt(numbers, no)) : undefined;',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'opt-out keyed by the literal number',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply-suppression.ts',
        find: '  const key = personKey(number);\n  const plain = recordOf(memory.suppressions, key);\n',
        put: '  const key = number as string as PersonKey;\n  const plain = recordOf(memory.suppressions, key);\n',
      },
    ],
    tests: ['test/store/lowdb/former-stores.test.ts'],
  },
  {
    name: 'a person on the list under two spellings is texted twice',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: '(isRepeated(known, no) ?',
        put: '(no < 0 && isRepeated(known, no) ?',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'approve without compare-and-set',
    patches: [
      {
        file: 'src/store/lowdb/stores/campaigns.ts',
        find: 'return memory.campaigns.get(campaign.id)?.campaign.version !== campaign.version;',
        put: 'return !memory.campaigns.has(campaign.id);',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'the author may approve',
    patches: [
      {
        file: 'src/domain/campaign/permissions.ts',
        find: 'if (person && isWriter(person, campaign)) {',
        put: 'if (person && writersOf(campaign).length === 0) {',
      },
    ],
    tests: ['test/domain/campaign/permissions.test.ts'],
  },
  {
    name: 'content hash without the recipients',
    patches: [
      {
        file: 'src/domain/campaign/approval.ts',
        find: 'const content = { name, sender, template, throttle, hours, startAt, channel, list };',
        put: 'const content = { name, sender, template, throttle, hours, startAt, channel, list: { ...list, hash: undefined } };',
      },
    ],
    tests: ['test/domain/campaign/approval.test.ts'],
  },
  {
    name: 'sending hours by the zone of the server',
    patches: [
      {
        file: 'src/domain/pace/sending-hours.ts',
        find: 'export function sendingWindow(hours: SendingHours, now: Date): { opensAt: Date; closesAt: Date } {\n',
        put: 'export function sendingWindow(given: SendingHours, now: Date): { opensAt: Date; closesAt: Date } {\n  const hours = { ...given, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };\n',
      },
    ],
    tests: ['test/domain/pace/sending-hours.test.ts'],
  },
  {
    name: 'a bad line of the journal is passed over',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal-replay.ts',
        find: '  return end === bytes.length - 1 && lacksSectors(bytes, badAt);\n',
        put: '  return lacksSectors(bytes, badAt) || true;\n',
      },
    ],
    tests: ['test/store/lowdb/documents/recovery.test.ts'],
  },
  {
    name: 'default data for a file that is missing',
    patches: [
      {
        file: 'src/store/lowdb/documents/recover.ts',
        find: '(index) => restoreDocument(memory, documents, group[index]!));',
        put: '(index) => restoreDocument(memory, documents, group[index]!).catch(() => {}));',
      },
    ],
    tests: ['test/store/lowdb/documents/recovery.test.ts'],
  },
  {
    name: 'a second process on the same folder',
    patches: [
      {
        file: 'src/store/lowdb/folder/lock-socket.ts',
        find: "if (process.platform !== 'linux') return undefined;",
        put: 'if (process.pid > 0) return undefined;',
      },
      {
        file: 'src/store/lowdb/folder/lock.ts',
        find: "  if (fate === 'alive') throw inUse(folder, found);\n",
        put: "  if (fate === 'alive') return;\n",
      },
    ],
    tests: ['test/store/lowdb/folder/lock.test.ts'],
  },
  {
    name: 'webhooks older than five minutes refused',
    patches: [
      {
        file: 'src/sms/webhooks/webhook-signature.ts',
        find: 'const oldestMs = 25 * 3_600_000;',
        put: 'const oldestMs = 300_000;',
      },
    ],
    tests: ['test/sms/webhooks/webhook-signature.test.ts'],
  },
  {
    name: 'signatures compared with ===',
    patches: [
      {
        file: 'src/sms/webhooks/webhook-signature.ts',
        find: '  return one.length === other.length && timingSafeEqual(one, other);',
        put: "  return one.toString('latin1') === other.toString('latin1');",
      },
      {
        file: 'src/sms/webhooks/webhook-signature.ts',
        find: 'type KeyObject, timingSafeEqual }',
        put: 'type KeyObject }',
      },
    ],
    tests: ['test/sms/webhooks/constant-time.test.ts'],
  },
  {
    name: 'a stranger’s text unescaped in the text for notifications',
    patches: [{ file: 'src/slack/ui/parts/inert.ts', find: "    .replaceAll('<', '&lt;')\n", put: '' }],
    tests: ['test/slack/ui/parts/inert.test.ts'],
  },
];
