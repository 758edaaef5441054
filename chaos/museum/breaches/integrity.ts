import type { Bug } from '../bug.ts';

/** Bytes at rest that changed. */
export const integrityBreaches: readonly Bug[] = [
  {
    name: 'a document is read without looking at its checksum',
    patches: [
      {
        file: 'src/store/lowdb/files/document-file.ts',
        find: '  if (isWhole && bytes.at(-1) === 0x0a) return true;\n',
        put: '  if (isWhole !== undefined) return true;\n',
      },
      {
        file: 'src/store/lowdb/documents/checked-documents.ts',
        find: '      if (!isKnown && !isNewer) throw',
        put: '      if (!isKnown && !isNewer && !isSealed) throw',
      },
      {
        file: 'src/store/lowdb/documents/lists.ts',
        find: 'if (list.sums && list.sums[chunk] !== sum)',
        put: 'if (list.sums?.length === 0)',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
  {
    name: 'an older version of a document is taken for the newest',
    patches: [
      {
        file: 'src/store/lowdb/documents/checked-documents.ts',
        find: 'const isNewer = isSealed && data.seq >= meta.journalFrom;',
        put: 'const isNewer = isSealed && data.seq >= 0;',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
  {
    name: 'a list that changed after the start is sent to',
    patches: [
      {
        file: 'src/store/lowdb/documents/lists.ts',
        find: 'if (list.sums && list.sums[chunk] !== sum)',
        put: 'if (list.sums?.length === 0)',
      },
      {
        file: 'src/store/lowdb/files/document-file.ts',
        find: "  throw damaged(path, 0, 'it is not what was written');\n",
        put: '  return true;\n',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
  {
    name: 'a journal that lost its end is taken as it is',
    patches: [
      {
        file: 'src/store/lowdb/documents/recover.ts',
        find: 'if (tail && lastSeq < reached)',
        put: 'if (tail && reached < 0)',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
  {
    name: 'one zero in the last line counts as a torn line',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal-replay.ts',
        find: '    if ((start !== from && start % sectorBytes !== 0) || at % sectorBytes !== 0) return false;\n',
        put: '',
      },
    ],
    tests: ['test/store/lowdb/documents/recovery.test.ts'],
  },
  {
    name: 'a STOP is dropped because another text had its id',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: 'if (known?.text === message.text && !optsOutAgain(memory, received, known, now)) return undefined;',
        put: 'if (known && !optsOutAgain(memory, received, known, now)) return undefined;',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'a damaged list stops its sender instead of its campaign',
    patches: [
      {
        file: 'src/services/sending/claim-some.ts',
        find: '    if (!(error instanceof StorageError) || !error.isDamage) throw error;\n',
        put: '    if (error) throw error;\n',
      },
    ],
    tests: ['test/services/list/damaged-list.test.ts'],
  },
  {
    name: 'the STOP of somebody whose row cannot be read is refused',
    patches: [
      {
        file: 'src/store/lowdb/stores/recipients.ts',
        find: '    if (error instanceof StorageError) return { values: [] };\n',
        put: '',
      },
    ],
    tests: ['test/services/list/damaged-list.test.ts'],
  },
  {
    name: 'a document of another store is taken for its own',
    patches: [
      {
        file: 'src/store/lowdb/files/document-file.ts',
        find: '  if (found !== owner) throw',
        put: '  if (found === undefined) throw',
      },
      {
        file: 'src/store/lowdb/documents/checked-documents.ts',
        find: '      if (!isKnown && !isNewer) throw',
        put: '      if (!isKnown && !isSealed) throw',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
  {
    name: 'a journal that is written again stands in its place before anything is in it',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: '        if (content.length > 0) {\n          await segment.write(Buffer.concat(content));\n          await segment.sync();\n        }\n',
        put: '',
      },
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: '    await reached.begin(durableSeq);\n',
        put: '    await reached.begin(first - 1);\n    await file.write(Buffer.concat(content));\n    await file.sync();\n',
      },
    ],
    tests: ['test/store/lowdb/removed-journal.test.ts'],
  },
  {
    name: 'whoever asks what is durable waits for others to write',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: '      if (durableSeq < appendedSeq) schedule();\n',
        put: '',
      },
    ],
    tests: ['test/store/lowdb/lingering.test.ts'],
  },
  {
    name: 'a receipt that waits for others is acknowledged before it is durable',
    patches: [
      {
        file: 'src/store/lowdb/journal/journal.ts',
        find: '      if (mayWait) linger();\n      else schedule();\n      return untilDurable();\n',
        put: '      if (mayWait) linger();\n      else schedule();\n      return mayWait ? Promise.resolve() : untilDurable();\n',
      },
    ],
    tests: ['test/store/lowdb/lingering.test.ts'],
  },
];
