import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrivalsOf } from '../../bench/limiter/most-in-a-second.ts';
import { performancePage } from '../../bench/report/markdown.ts';
import { svgOf } from '../../bench/report/pictures.ts';
import { merged, type RunResult } from '../../bench/report/result.ts';
import { cellsOf, textTable } from '../../bench/report/text-table.ts';
import { targetInWords } from '../../bench/report/words.ts';
import { median, takeTurns } from '../../bench/run/median.ts';
import type { Table } from '../../bench/run/section.ts';
import { sections } from '../../bench/sections.ts';
import { projectRoot } from '../support/imports.ts';

const folder = join(projectRoot, 'docs/performance');
const kept = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8')) as RunResult;
const order = sections.map(({ name }) => name);

describe('docs/performance.md', () => {
  test('says what its JSON says', async () => {
    expect(await readFile(join(projectRoot, 'docs/performance.md'), 'utf8')).toBe(performancePage(kept, order));
  });

  test('has its pictures beside it, and no others', async () => {
    const drawn = kept.sections.flatMap((section) => ('figures' in section ? (section.figures.pictures ?? []) : []));
    const files = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
    expect(files.sort()).toEqual(drawn.map(({ name }) => `${name}.svg`).sort());
    for (const picture of drawn) {
      expect(await readFile(join(folder, `${picture.name}.svg`), 'utf8')).toBe(svgOf(picture));
    }
  });
});

const table: Table = {
  title: 'Senders',
  columns: [
    { key: 'perSecond', title: 'messages/s', beside: 'perSecond' },
    { key: 'disk', title: 'disk bytes' },
  ],
  rows: [
    { name: 'ours', isOurs: true, values: { perSecond: 5_000, disk: 12.4 } },
    { name: 'another', values: { perSecond: 20_000, disk: undefined } },
  ],
};

describe('a table', () => {
  test('sets what stands beside the floor in relation to it, and leaves out what was not measured', () => {
    expect(cellsOf(table, { perSecond: 10_000, cpuMicros: 50 })).toEqual({
      head: ['', 'messages/s', 'of the floor', 'disk bytes'],
      isText: [true, false, false, false],
      rows: [
        ['ours', '5,000', '0.50×', '12'],
        ['another', '20,000', '2.00×', '–'],
      ],
    });
  });

  test('prefers a floor of its own, measured among the others', () => {
    const withFloor = {
      ...table,
      rows: [...table.rows, { name: 'pool', isFloor: true, values: { perSecond: 40_000 } }],
    };
    expect(cellsOf(withFloor, { perSecond: 10_000, cpuMicros: 50 }).rows.map((row) => row[2])).toEqual([
      '0.13×',
      '0.50×',
      '1.00×',
    ]);
  });

  test('stands in columns in a terminal', () => {
    expect(textTable(table, { perSecond: 10_000, cpuMicros: 50 }).split('\n')[2]).toBe(
      '  ours          5,000         0.50×          12',
    );
  });
});

test('a target says what was reached and what was wanted', () => {
  const rows = { what: 'rows read a second', value: 106_000, unit: '', atLeast: 80_000 };
  expect(targetInWords(rows)).toBe('Met: rows read a second: 106,000 (at least 80,000)');
  const late = { what: 'late at most', value: 88.47, unit: ' ms', atMost: 20 };
  expect(targetInWords(late)).toBe('MISSED: late at most: 88.47 ms (at most 20 ms)');
});

test('the most arrivals in a second are found wherever the second begins', () => {
  expect(arrivalsOf([0, 900, 950, 1_000, 1_899, 1_900, 3_000])).toEqual({ mostInASecond: 4, perSecond: 2 });
});

test('contenders take turns, and the median of each counts', async () => {
  const order: string[] = [];
  const results = await takeTurns(['a', 'b'], 3, async (name, round) => {
    order.push(name);
    return round;
  });
  expect(order.join('')).toBe('ababab');
  expect(results.map(median)).toEqual([1, 1]);
  expect(median([3, undefined, 9, 4])).toBe(4);
});

test('some sections of another run replace theirs on the same machine only', () => {
  const [first] = kept.sections;
  const again = { ...kept, sections: [{ ...first!, at: '2030-01-01T00:00:00.000Z' }] };
  expect(merged(kept, again).sections).toHaveLength(kept.sections.length);
  const elsewhere = { ...again, machine: { ...kept.machine, cpu: 'another' } };
  expect(merged(kept, elsewhere).sections).toHaveLength(1);
});
