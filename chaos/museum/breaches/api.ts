import type { Bug } from '../bug.ts';

/** Campaigns that another program sends in: keys that open too much, and requests that leave something behind. */
export const apiBreaches: readonly Bug[] = [
  {
    name: 'a revoked key opens',
    patches: [
      {
        file: 'src/domain/api-key.ts',
        find: 'return isSame && key !== undefined && key.revoked === undefined;',
        put: 'return isSame && key !== undefined;',
      },
    ],
    tests: ['test/domain/api-key.test.ts'],
  },
  {
    name: 'a key sees the campaigns of every channel',
    patches: [
      {
        file: 'src/services/api/api-campaigns.ts',
        find: '  if (campaign.channel !== key.channel) return false;\n',
        put: '',
      },
    ],
    tests: ['test/api/reading.test.ts'],
  },
  {
    name: 'a key shows whole numbers that it was not made for',
    patches: [{ file: 'src/services/api/api-campaigns.ts', find: 'if (!key.seesNumbers || ', put: 'if (' }],
    tests: ['test/api/send-in.test.ts'],
  },
  {
    name: 'one Idempotency-Key with another body is the first campaign',
    patches: [
      {
        file: 'src/services/api/sending-in.ts',
        find: 'if (known && known.origin !== origin) throw otherBody();',
        put: '',
      },
    ],
    tests: ['test/api/repeats.test.ts'],
  },
  {
    name: 'a request repeated while the first is under way makes a second campaign',
    patches: [
      { file: 'src/services/api/sending-in.ts', find: 'if (underWay.has(before)) {', put: 'if (before === origin) {' },
    ],
    tests: ['test/api/repeats.test.ts'],
  },
  {
    name: 'a request repeated submits again what somebody has sent back',
    patches: [
      {
        file: 'src/services/api/sending-in.ts',
        find: "if (campaign.status !== 'draft' || campaign.version !== 1) return campaign;",
        put: "if (campaign.status !== 'draft') return campaign;",
      },
    ],
    tests: ['test/api/repeats.test.ts'],
  },
  {
    name: 'what a killed process was taking in stays on disk',
    patches: [
      { file: 'src/services/api/sweep-uploads.ts', find: 'await sweep(new Date(8_640_000_000_000_000));', put: '' },
    ],
    tests: ['test/api/uploads.test.ts'],
  },
  {
    name: 'a list that breaks off leaves its beginning on disk',
    patches: [
      {
        file: 'src/api/uploads.ts',
        find: '        await file.close().catch(() => {});\n        await drop(',
        put: '        void (',
      },
    ],
    tests: ['test/api/uploads.test.ts'],
  },
  {
    name: 'a body without an announced length has no end',
    patches: [{ file: 'src/api/read-body.ts', find: '        if (bytes > most) throw tooLarge(most);\n', put: '' }],
    tests: ['test/api/hostile.test.ts'],
  },
  {
    name: 'a flood of half-open connections cuts a list that is coming in',
    patches: [{ file: 'src/http/request-body.ts', find: '  request.emit(awaited);\n', put: '' }],
    tests: ['test/http/mounts.test.ts'],
  },
  {
    name: 'others’ wrong keys keep a true one out',
    patches: [
      {
        file: 'src/api/api.ts',
        find: '    if (key) return key;\n    const waitMs = wrongKeys.take(client);\n',
        put: '    const waitMs = wrongKeys.waitMs(client) || (key ? 0 : wrongKeys.take(client));\n    if (key && waitMs === 0) return key;\n',
      },
    ],
    tests: ['test/api/keys-and-limits.test.ts'],
  },
  {
    name: 'what comes with a key that was revoked while the list was read is submitted',
    patches: [
      {
        file: 'src/services/api/sending-in.ts',
        find: '      if (store.apiKeys.get(key.id)?.revoked) throw revokedSince();\n',
        put: '',
      },
    ],
    tests: ['test/api/hostile.test.ts'],
  },
];
