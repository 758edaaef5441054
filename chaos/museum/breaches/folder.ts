import type { Bug } from '../bug.ts';

/** A folder that is new, or older than the world. */
export const folderBreaches: readonly Bug[] = [
  {
    name: 'a missing data folder starts as a new store without a word',
    patches: [
      {
        file: 'src/store/lowdb/stores/folder.ts',
        find: "  return { kind: 'opened', opening, question: { kind: 'new', at: opening.at } };",
        put: "  return { kind: 'opened', opening };",
      },
    ],
    tests: ['test/services/folder/folder-guard.test.ts'],
  },
  {
    name: 'a restored backup goes on where it was',
    patches: [
      {
        file: 'src/domain/folder-standing.ts',
        find: "  return { kind: 'older', missing:",
        put: "  if (mark.height >= 0) return { kind: 'sound' };\n  return { kind: 'older', missing:",
      },
    ],
    tests: ['test/domain/folder-standing.test.ts', 'test/services/folder/folder-guard.test.ts'],
  },
  {
    name: 'what Slack remembers of the folder is written over before it was compared',
    patches: [
      {
        file: 'src/store/lowdb/stores/folder.ts',
        find: "      if (isInDoubt || (question && question.kind !== 'new')) return null;\n",
        put: '',
      },
    ],
    tests: ['test/services/folder/folder-in-doubt.test.ts'],
  },
  {
    name: 'a file beside the folder that was put back with it is believed',
    patches: [
      {
        file: 'src/store/lowdb/folder/height-file.ts',
        find: 'isOriginal: isInPlace && writtenIn === bootId',
        put: 'isOriginal: isInPlace || writtenIn === bootId || sinceMs !== undefined',
      },
    ],
    tests: ['test/store/lowdb/folder/height-file.test.ts'],
  },
  {
    name: 'nothing waits for what Slack knows of the folder',
    patches: [
      {
        file: 'src/services/folder/folder-guard.ts',
        find: '      if (!isCompared) store.folder.doubt(true);\n',
        put: '',
      },
    ],
    tests: ['test/services/folder/folder-in-doubt.test.ts'],
  },
  {
    name: 'only posts that the restored folder knows are asked',
    patches: [
      {
        file: 'src/services/folder/folder-witnesses.ts',
        find: 'const mostChannels = 20;',
        put: 'const mostChannels = 0;',
      },
    ],
    tests: ['test/services/folder/folder-guard.test.ts'],
  },
  {
    name: 'a campaign says “Sending” while the folder is in doubt',
    patches: [
      {
        file: 'src/services/reports/reports.ts',
        find: "  if (store.folder.isInDoubt()) return { kind: 'wait', until: null, because: 'folder' };\n",
        put: '',
      },
    ],
    tests: ['test/services/folder/folder-in-doubt.test.ts'],
  },
  {
    name: 'the team answers from a restored folder, in spite of a STOP that it does not know',
    patches: [{ file: 'src/services/replies/inbox.ts', find: '      refuseAnswerFromOlderFolder(deps);\n', put: '' }],
    tests: ['test/services/folder/folder-guard.test.ts'],
  },
  {
    name: 'what is written into a data folder that was moved away counts as stored',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: 'await Promise.all([stands(current), mustBeOurs()])',
        put: '[true, await mustBeOurs()]',
      },
    ],
    tests: ['test/store/lowdb/folder/copied-or-removed.test.ts'],
  },
  {
    name: 'two programs run on copies of one data folder, on one machine',
    patches: [
      {
        file: 'src/store/lowdb/lowdb-store.ts',
        find: 'isOnlyCopy ? await takeStoreSocket(meta.storeId, folder) : undefined',
        put: 'isOnlyCopy ? undefined : await takeStoreSocket(meta.storeId, folder)',
      },
    ],
    tests: ['test/store/lowdb/folder/copied-or-removed.test.ts'],
  },
  {
    name: 'two programs run on copies of one data folder, on two machines',
    patches: [{ file: 'src/services/folder/folder-guard.ts', find: '.then(watch)', put: '.then(() => void watch)' }],
    tests: ['test/services/folder/folder-in-doubt.test.ts'],
  },
  {
    name: 'a slow campaign sends on although no answer of the provider is clear',
    patches: [
      {
        file: 'src/domain/pace/breaker.ts',
        find: 'state.doubtsInRow >= limits.doubts',
        put: 'state.doubtsInRow > 500',
      },
    ],
    tests: ['test/domain/pace/breaker.test.ts'],
  },
  {
    name: 'anybody resumes what was paused because of a restored backup',
    patches: [
      {
        file: 'src/services/campaigns/controls.ts',
        find: "      if (found.pause?.reason === 'restored') await vouchForRestored(deps, person);\n",
        put: '',
      },
    ],
    tests: ['test/services/folder/folder-guard.test.ts'],
  },
  {
    name: 'nobody named as an admin makes everybody one',
    patches: [
      {
        file: 'src/domain/campaign/permissions.ts',
        find: 'isFullMember(person) && roles.admins.length === 0',
        put: 'isFullMember(person) && roles.admins.length < 0',
      },
    ],
    tests: ['test/domain/campaign/permissions.test.ts'],
  },
  {
    name: 'an opt-out is lifted without a reason, and nobody hears of it',
    patches: [
      {
        file: 'src/services/replies/opt-outs.ts',
        find: "      if (reason === '') throw noReason(number);\n",
        put: '',
      },
    ],
    tests: ['test/slack/listeners/commands.test.ts'],
  },
];
