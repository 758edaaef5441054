import type { Bug } from '../bug.ts';

/** Two processes on one folder. */
export const ownerBreaches: readonly Bug[] = [
  {
    name: 'a pid is looked up in another container',
    patches: [
      {
        file: 'src/store/lowdb/folder/process-identity.ts',
        find: 'const isSeen = other.bootId === own.bootId && other.pidNamespace === own.pidNamespace;',
        put: 'const isSeen = other.host === own.host;',
      },
    ],
    tests: ['test/store/lowdb/folder/process-identity.test.ts'],
  },
  {
    name: 'the date of a heartbeat is believed',
    patches: [
      {
        file: 'src/store/lowdb/folder/lock.ts',
        find: "  if (fate === 'gone') return;",
        put: "  if (fate === 'gone' || Date.parse(found.at) < Date.now() - 30_000) return;",
      },
    ],
    tests: ['test/store/lowdb/folder/lock.test.ts'],
  },
  {
    name: 'a former holder goes on claiming',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: 'await Promise.all([stands(current), mustBeOurs()])',
        put: 'await Promise.all([true])',
      },
    ],
    tests: ['test/store/lowdb/folder/two-owners.test.ts'],
  },
  {
    name: 'a folder that was removed goes on being written to',
    patches: [
      {
        file: 'src/store/lowdb/folder/lock.ts',
        find: 'if (found?.token !== own.token) throw',
        put: 'if (found && found.token !== own.token) throw',
      },
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: '    if (await stands(open)) return open;\n',
        put: '    if (open.first > 0) return open;\n',
      },
    ],
    tests: ['test/store/lowdb/folder/copied-or-removed.test.ts'],
  },
  {
    name: 'a frozen process believes that it still has the folder',
    patches: [
      {
        file: 'src/store/lowdb/folder/lock.ts',
        find: 'lost ?? (silentMs() < length.surelyOurs',
        put: 'lost ?? (silentMs() < 1e9 * length.surelyOurs',
      },
    ],
    tests: ['test/store/lowdb/folder/lock.test.ts'],
  },
];
