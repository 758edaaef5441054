import { limits } from './limits.ts';
import { anything, both, byType, isObject, list, object, type Rule, string } from './rules.ts';

const label = string(limits.chartLabel);

const finite: Rule = (value, at, report) => {
  if (!Number.isFinite(value)) report(at, 'must be a number');
};

const point = object({ label, value: finite });
const series = object({ name: label, data: list(point, limits.chartPoints) });
const axes = object(
  { categories: list(label, limits.chartPoints) },
  { x_label: string(limits.axisLabel), y_label: string(limits.axisLabel) },
);

/** Each series names the axis's categories, each once and in their order, and no two have one name. */
const fitting: Rule = (value, at, report) => {
  if (!isObject(value) || !Array.isArray(value.series) || !isObject(value.axis_config)) return;
  const { categories } = value.axis_config;
  if (Array.isArray(categories) && new Set(categories).size !== categories.length)
    report(`${at}/axis_config/categories`, 'must be unique');
  const names = value.series.map((one) => (isObject(one) ? one.name : undefined));
  if (new Set(names).size !== names.length) report(`${at}/series`, 'names must be unique');
  value.series.forEach((one, index) => {
    const labels = isObject(one) && Array.isArray(one.data) ? one.data.map((dot) => Object(dot).label) : [];
    if (JSON.stringify(labels) !== JSON.stringify(categories))
      report(`${at}/series/${index}/data`, 'labels must match the categories');
  });
};

const plotted = both(object({ type: anything, series: list(series, limits.chartSeries), axis_config: axes }), fitting);

/** What a data_visualization block draws. */
export const chart = byType({
  pie: object({ type: anything, segments: list(point, limits.chartSeries) }),
  bar: plotted,
  area: plotted,
  line: plotted,
});
