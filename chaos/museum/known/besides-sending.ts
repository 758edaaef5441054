import type { Bug } from '../bug.ts';

/** Bugs that others have had: opt-outs, approvals, the disk and the doors. */
export const knownBesidesSending: readonly Bug[] = [
  {
    name: 'opt-out checked only when the list is read',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: 'const suppression = suppressionOf(memory, number);',
        put: 'const suppression = no < 0 ? suppressionOf(memory, number) : undefined;',
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
        find: 'const suppression = suppressionOf(memory, number);',
        put: 'const suppression = no < 0 ? suppressionOf(memory, number) : undefined;',
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
        find: 'if (isRepeated(known, no)) return',
        put: 'if (no < 0 && isRepeated(known, no)) return',
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
        find: 'if (person && isWriter(person, campaign)) return ownCampaign',
        put: 'if (person && writersOf(campaign).length === 0) return ownCampaign',
      },
    ],
    tests: ['test/domain/campaign/permissions.test.ts'],
  },
  {
    name: 'content hash without the recipients',
    patches: [
      {
        file: 'src/domain/campaign/approval.ts',
        find: '.update(canonicalJson({ ...content, leaveOut }))',
        put: '.update(canonicalJson({ ...content, leaveOut, list: { ...content.list, hash: undefined } }))',
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
