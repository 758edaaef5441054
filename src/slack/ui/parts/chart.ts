import type { DataTableBlock, KnownBlock } from '@slack/types';
import { limits } from '../../limits.ts';
import { cut, oneLine } from './inert.ts';
import { lines, richText, type Sentence } from './sentence.ts';

/** `counts`: what the bars count, in 20 letters; `below`: what their labels are. */
type BarWords = { title: string; counts: string; below?: string };

/** Bars, one for each label. The SDK has no type for the block yet. */
export function barChart(
  { title, counts, below }: BarWords,
  bars: readonly { label: string; value: number }[],
): KnownBlock {
  // Slack refuses two bars with one label.
  const data = [...new Map(bars.map(({ label, value }) => [cut(oneLine(label), limits.chartLabel), value]))]
    .slice(0, limits.chartPoints)
    .map(([label, value]) => ({ label, value }));
  const chart = {
    type: 'bar',
    series: [{ name: cut(counts, limits.chartLabel), data }],
    axis_config: {
      categories: data.map(({ label }) => label),
      ...(below && { x_label: cut(below, limits.chartAxis) }),
    },
  };
  return { type: 'data_visualization', title: cut(title, limits.chartTitle), chart } as unknown as KnownBlock;
}

/** A table whose rows are a name and a number. */
export function dataTable(
  caption: string,
  head: readonly [string, string],
  rows: readonly (readonly [name: Sentence, value: number])[],
): DataTableBlock {
  const header = head.map((text) => ({ type: 'raw_text' as const, text }));
  const body = rows
    .slice(0, limits.tableRows)
    .map(([name, value]) => [richText(lines(name)), { type: 'raw_number' as const, value, text: String(value) }]);
  return { type: 'data_table', caption, rows: [header, ...body] };
}
