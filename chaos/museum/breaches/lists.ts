import type { Bug } from '../bug.ts';

/** Hostile lists. */
export const listsBreaches: readonly Bug[] = [
  {
    name: 'a search that begins again at every character of a title',
    patches: [
      {
        file: 'src/domain/list/columns/marks.ts',
        find: 'return withoutEnd(title.trim(), /[\\s:]/);',
        put: "return withoutEnd(title.trim().replace(/[\\s:]+$/, ''), /[\\s:]/);",
      },
    ],
    tests: ['test/hostile/regexes.test.ts'],
  },
  {
    name: 'a list is read while everybody waits',
    patches: [
      {
        file: 'src/lists/list-reader.ts',
        find: "        const pasted = typeof source === 'string' ? source : null;",
        put: "        if (mostMs > 0) return readRecipients(source, options);\n        const pasted = typeof source === 'string' ? source : null;",
      },
      {
        file: 'src/lists/list-reader.ts',
        find: 'opened, type PackedList, tooLarge }',
        put: 'opened, type PackedList, readRecipients, tooLarge }',
      },
    ],
    tests: ['test/lists/list-reader.test.ts'],
  },
  {
    name: 'a list may take as long as it likes',
    patches: [
      {
        file: 'src/lists/list-reader.ts',
        find: 'AbortSignal.timeout(withinMs)',
        put: 'AbortSignal.timeout(withinMs + mostMs)',
      },
    ],
    tests: ['test/lists/list-reader.test.ts'],
  },
  {
    name: 'rows of another country’s list vanish unread',
    patches: [
      {
        file: 'src/domain/list/rows.ts',
        find: 'if (!source || doubt.waits(row, source)) {\n        places.wait();',
        put: 'if (!source || doubt.waits(row, source)) {\n        if (!source) places.wait();',
      },
    ],
    tests: ['test/domain/list/numbers-at-home.test.ts'],
  },
  {
    name: 'a heading inside a column of numbers is taken for other titles',
    patches: [
      {
        file: 'src/domain/list/rows.ts',
        find: 'if (heads.isHead(row) || isHeaderAgain(row, layout)) return;',
        put: 'if (isHeaderAgain(row, layout)) return;',
      },
    ],
    tests: ['test/domain/list/headings.test.ts'],
  },
  {
    name: 'carriers’ own area codes are taken for young ones',
    patches: [
      {
        file: 'src/domain/phone/north-america.ts',
        find: "  if (ofServices.test(area)) return 'service';\n",
        put: "  if (ofServices.test('')) return 'service';\n",
      },
    ],
    tests: ['test/domain/phone/north-america.test.ts'],
  },
  {
    name: 'nobody is told that the letters of a list are garbled',
    patches: [
      {
        file: 'src/domain/measure/odd-messages.ts',
        find: '(used.has(at) ? garbledIn(value) : undefined)',
        put: '(used.has(at) ? undefined : garbledIn(value))',
      },
    ],
    tests: ['test/domain/measure/measure.test.ts'],
  },
];
