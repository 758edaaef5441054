import { machineInWords } from '../run/machine.ts';
import type { Figures, Floor, Table } from '../run/section.ts';
import { meanFloor, type RunResult, type SectionResult } from './result.ts';
import { cellsOf, number } from './text-table.ts';
import { targetInWords } from './words.ts';

/** `docs/performance.md`, whole, from what is kept in JSON: written by `npm run bench -- --write`, never by hand. */
export function performancePage({ machine, isQuick, sections }: RunResult, order: readonly string[]): string {
  const sorted = [...sections].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return [
    '# Performance',
    '',
    '<!-- Written by `npm run bench -- --write` from `docs/performance/figures.json`: run it again rather than edit this. -->',
    '',
    ...(isQuick ? ['**A quick run: sizes are small, and nothing says that the machine was quiet.**', ''] : []),
    `Made on ${machine.at.slice(0, 10)}: ${machineInWords(machine)}`,
    '',
    'Absolute figures belong to this machine. What counts is the relation to the **floor**: a bare pool of kept connections that',
    'posts the same requests to the same server, which runs in a process of its own, and keeps nothing. It is measured again right',
    'before and after each part, and among the contenders of a table where there is a row for it. “0.5×” of its rate is half as',
    'fast; “2×” of its CPU is twice the work for each message. Contenders take turns, each in a process of its own, and the median',
    'counts. `bench/README.md` says how to run it and what each figure means.',
    '',
    ...sorted.flatMap(part),
  ].join('\n');
}

function part(section: SectionResult): string[] {
  const { name, what, floor } = section;
  const { before, after } = floor;
  const pool = `Bare pool: ${number(before.perSecond, 0)}/s at ${number(before.cpuMicros, 0)} µs before, ${number(after.perSecond, 0)}/s at ${number(after.cpuMicros, 0)} µs after.`;
  const head = [`## ${name[0]!.toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`, '', what, ''];
  if ('failed' in section) return [...head, `This part failed: ${section.failed}`, '', pool, ''];
  return [...head, ...content(section.figures, meanFloor(floor)), pool, ''];
}

function content({ tables, targets = [], pictures = [], missing = [], notes = [] }: Figures, floor: Floor): string[] {
  return [
    ...tables.flatMap((table) => [...markdownTable(table, floor), '']),
    ...pictures.flatMap(({ name, title }) => [`![${title}](performance/${name}.svg)`, '']),
    ...list(targets.map((target) => `${targetInWords(target)}.`)),
    ...list(missing.map((sentence) => `Not measured: ${sentence}`)),
    ...notes.flatMap((sentence) => [sentence, '']),
  ];
}

function list(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines.map((line) => `- ${line}`), ''];
}

function markdownTable(table: Table, floor: Floor): string[] {
  const { head, rows, isText } = cellsOf(table, floor);
  const isBold = table.rows.map(({ isOurs }) => isOurs === true);
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line([table.title, ...head.slice(1)]),
    `|${isText.map((is) => (is ? '---|' : '---:|')).join('')}`,
    ...rows.map((row, at) => line(isBold[at] ? [`**${row[0]}**`, ...row.slice(1)] : row)),
  ];
}
