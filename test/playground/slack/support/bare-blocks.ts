import { option, plain } from './blocks.ts';

/** Blocks and elements with nothing that they need not have, to be made fine or wrong by what is added. */
export const bareButton = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
export const bareInput = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
});
export const options = (count: number) => Array.from({ length: count }, (_one, index) => option(`o${index}`));
export const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };

export function bars(count: number, name = 'b') {
  const data = Array.from({ length: count }, (_one, index) => ({ label: `${name}${index}`, value: index }));
  const axis_config = { categories: data.map(({ label }) => label) };
  return {
    type: 'data_visualization',
    title: 'Bars',
    chart: { type: 'bar', series: [{ name: 's', data }], axis_config },
  };
}

export const container = (more: object) => ({
  type: 'container',
  title: plain('t'),
  child_blocks: [{ type: 'divider' }],
  ...more,
});
