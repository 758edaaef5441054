import { limits } from './limits.ts';
import { isObject, type Report } from './rules.ts';
import { type Surface, surfacesOfBlock, surfacesOfElement } from './surfaces.ts';

type Found = {
  readonly part: Record<string, unknown>;
  readonly at: string;
};

/** What no block can break alone: surfaces, unique ids, initial options among the options, totals of a message. */
export function lintTogether(blocks: readonly unknown[], surface: Surface, at: string, report: Report): void {
  const blockIds = new Set<unknown>();
  let focused = 0;
  const all = withInner(blocks, at);
  for (const { part: block, at: here } of all) {
    const home = surfacesOfBlock.get(block.type);
    if (home && !home.includes(surface))
      report(`${here}/type`, `unsupported type: ${String(block.type)} (not in a ${surface})`);
    if (block.block_id !== undefined && blockIds.has(block.block_id))
      report(`${here}/block_id`, '`block_id` already exists');
    if (block.block_id !== undefined) blockIds.add(block.block_id);
    focused += lintElements(elementsOf(block, here), surface, report);
  }
  if (focused > 1) report(at, 'only one element may have focus_on_load');
  const parts = all.map(({ part }) => part);
  if (surface === 'message') lintTotals(parts, at, report);
}

/** Also those inside of containers. */
function withInner(blocks: readonly unknown[], at: string): Found[] {
  return blocks.flatMap((block, index) => {
    if (!isObject(block)) return [];
    const here = `${at}/${index}`;
    const inner = Array.isArray(block.child_blocks) ? withInner(block.child_blocks, `${here}/child_blocks`) : [];
    return [{ part: block, at: here }, ...inner];
  });
}

function lintElements(found: readonly Found[], surface: Surface, report: Report): number {
  const actionIds = new Set<unknown>();
  let focused = 0;
  for (const { part, at } of found) {
    const home = surfacesOfElement.get(part.type);
    if (home && !home.includes(surface))
      report(`${at}/type`, `unsupported type: ${String(part.type)} (not in a ${surface})`);
    if (part.response_url_enabled !== undefined && surface !== 'modal')
      report(at, 'response_url_enabled is only available in modals');
    // Slack asks for action ids that are unique within their block, not within the view.
    if (part.action_id !== undefined && actionIds.has(part.action_id))
      report(`${at}/action_id`, '`action_id` already exists for another element');
    if (part.action_id !== undefined) actionIds.add(part.action_id);
    if (part.focus_on_load === true) focused += 1;
    lintOptions(part, at, report);
  }
  return focused;
}

function lintOptions(part: Record<string, unknown>, at: string, report: Report): void {
  const groups = Array.isArray(part.option_groups) ? part.option_groups.filter(isObject) : [];
  const options = [part.options, ...groups.map((group) => group.options)].flatMap((one) =>
    Array.isArray(one) ? one : [],
  );
  if (options.length === 0) return;
  const known = options.map(optionKey);
  if (new Set(known).size !== known.length) report(`${at}/options`, 'options must have different values');
  const initial = [part.initial_option, ...(Array.isArray(part.initial_options) ? part.initial_options : [])];
  for (const one of initial) {
    if (one !== undefined && one !== null && !known.includes(optionKey(one)))
      report(at, 'initial_option must be one of the options');
  }
}

function optionKey(option: unknown): string {
  if (!isObject(option)) return String(option);
  const text = isObject(option.text) ? option.text.text : undefined;
  return JSON.stringify([option.value, text]);
}

function lintTotals(blocks: readonly unknown[], at: string, report: Report): void {
  const count = (type: string) => blocks.filter((block) => isObject(block) && block.type === type).length;
  if (count('table') > limits.tablesPerMessage) report(at, 'only_one_table_allowed');
  if (count('data_visualization') > limits.chartsPerMessage)
    report(at, `no more than ${limits.chartsPerMessage} charts allowed`);
  const markdown = blocks.reduce<number>(
    (sum, block) => sum + (isObject(block) && block.type === 'markdown' ? String(block.text).length : 0),
    0,
  );
  if (markdown > limits.markdownPerMessage)
    report(at, `markdown blocks must be less than ${limits.markdownPerMessage + 1} characters together`);
}

function elementsOf(block: Record<string, unknown>, at: string): Found[] {
  const found: Found[] = [];
  if (isObject(block.element)) found.push({ part: block.element, at: `${at}/element` });
  if (isObject(block.accessory)) found.push({ part: block.accessory, at: `${at}/accessory` });
  if (Array.isArray(block.elements) && block.type !== 'rich_text') {
    block.elements.forEach((part, index) => {
      if (isObject(part)) found.push({ part, at: `${at}/elements/${index}` });
    });
  }
  return found;
}
