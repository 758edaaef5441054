import type { Bug } from '../bug.ts';

/** Webhooks, HTTP and the start of the program. */
export const doorsBreaches: readonly Bug[] = [
  {
    name: 'a rightly signed STOP refused for its date',
    patches: [
      {
        file: 'src/sms/webhooks/webhooks.ts',
        find: '        if (signature.ageMs < 0) options.onClockSkew?.(-signature.ageMs);\n        return { status: 503 };',
        put: '        return { status: 401 };',
      },
    ],
    tests: ['test/sms/webhooks/webhooks.test.ts'],
  },
  {
    name: 'a thousand half-open connections shut everybody out',
    patches: [
      {
        file: 'src/http/http-server.ts',
        find: '  limitConnections(server, {\n',
        put: '  server.maxConnections = 1_000;\n  if (limits.all < 0) limitConnections(server, {\n',
      },
    ],
    tests: ['test/http/connection-limits.test.ts'],
  },
  {
    name: 'a signed request of Slack that acts twice',
    patches: [
      {
        file: 'src/slack/slack-edge.ts',
        find: 'acknowledgeInTime(takeOnce(http ?? socket!, { clock, log }), clients.interactive)',
        put: 'acknowledgeInTime(log && takeOnce ? (http ?? socket!) : socket!, clients.interactive)',
      },
    ],
    tests: ['test/slack/requests/deliveries.test.ts'],
  },
  {
    name: 'a replay with something behind its signature',
    patches: [{ file: 'src/slack/requests/deliveries.ts', find: ".split('=')[1], signedAt };", put: ', signedAt };' }],
    tests: ['test/slack/requests/deliveries.test.ts'],
  },
  {
    name: 'a payload of another workspace that acts',
    patches: [
      {
        file: 'src/slack/requests/members-only.ts',
        find: 'if (!isFromHere(body, ours)) throw',
        put: 'if (!ours) throw',
      },
    ],
    tests: ['test/slack/requests/workspace.test.ts'],
  },
  {
    name: 'a refusal that leaves no line',
    patches: [
      { file: 'src/slack/requests/refusals.ts', find: "      log.info(refused, 'A person was refused');\n", put: '' },
    ],
    tests: ['test/slack/requests/workspace.test.ts'],
  },
  {
    name: 'figures open to the world',
    patches: [
      {
        file: 'src/http/health.ts',
        find: 'token === undefined || isSame(',
        put: 'token !== "" || isSame(',
      },
    ],
    tests: ['test/http/health.test.ts'],
  },
  {
    name: 'a formula behind a semicolon in the export',
    patches: [{ file: 'src/domain/list/csv.ts', find: '(?<=^|[;|\\t\\v', put: '(?<=^|[\\v' }],
    tests: ['test/domain/list/csv.test.ts'],
  },
  {
    name: 'npm start that keeps SIGTERM to itself',
    patches: [{ file: 'package.json', find: '"exec node start.js"', put: '"node start.js; exit $?"' }],
    tests: ['test/acceptance/start.test.ts'],
  },
  {
    name: 'Ctrl+C that counts twice under npm',
    patches: [{ file: 'src/run.ts', find: 'nowMs - askedAtMs >= oneWishMs', put: 'nowMs >= askedAtMs' }],
    tests: ['test/acceptance/start.test.ts'],
  },
  {
    name: 'an old Node that dies over the first TypeScript file',
    patches: [{ file: 'start.js', find: 'const oldestMajor = 24;', put: 'const oldestMajor = 20;' }],
    tests: ['test/acceptance/start.test.ts'],
  },
  {
    name: 'a data folder that is no folder, told by a name of the file system only',
    patches: [
      {
        file: 'src/store/lowdb/folder/unusable-folder.ts',
        find: 'if (reason === undefined) return error;',
        put: 'if (reason || error) return error;',
      },
    ],
    tests: ['test/store/lowdb/folder/unusable-folder.test.ts'],
  },
];
