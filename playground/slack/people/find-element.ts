import { type BlockJson, type ElementJson, withChildren } from '../block-json.ts';
import { labelOf, type Naming, textOfBlocks } from './text-of.ts';

export type Found = {
  readonly block: BlockJson;
  readonly element: ElementJson;
};

/** The button with those words; `near` picks the first one at or below a block with that text. */
export function findButton(blocks: readonly BlockJson[], words: string, naming: Naming, near?: string): Found {
  const all = outsideInputs(blocks).filter(({ element }) => element.type === 'button');
  const named = all.filter(({ element }) => labelOf(element) === words);
  const found = nearest(blocks, named, naming, near);
  if (found.length === 1 && found[0]) return found[0];
  if (found.length > 1) throw new Error(`There are ${found.length} buttons "${words}": say which with { near }.`);
  throw new Error(
    `There is no button "${words}"; there are: ${all.map(({ element }) => labelOf(element)).join(', ') || 'none'}`,
  );
}

/** Every menu, picker or set of choices that acts at once, those near a text first. */
export function findMenus(blocks: readonly BlockJson[], naming: Naming, near?: string): Found[] {
  const all = outsideInputs(blocks).filter(({ element }) => element.type !== 'button' && element.type !== 'image');
  return nearest(blocks, all, naming, near);
}

/** The input under that label; throws with the labels there are. */
export function findInput(blocks: readonly BlockJson[], label: string): Found {
  const inputs = withChildren(blocks).flatMap((block) =>
    block.type === 'input' && block.element ? [{ block, element: block.element }] : [],
  );
  const found = inputs.filter(({ block }) => block.label?.text === label);
  if (found.length === 1 && found[0]) return found[0];
  if (found.length > 1) throw new Error(`There are ${found.length} inputs "${label}".`);
  const labels = inputs.map(({ block }) => block.label?.text).join(', ');
  throw new Error(`There is no input "${label}"; there are: ${labels || 'none'}`);
}

export function findByIds(blocks: readonly BlockJson[], blockId: string, actionId: string): Found {
  const all = [
    ...outsideInputs(blocks),
    ...withChildren(blocks).flatMap((block) =>
      block.type === 'input' && block.element ? [{ block, element: block.element }] : [],
    ),
  ];
  const found = all.find(({ block, element }) => block.block_id === blockId && element.action_id === actionId);
  if (found) return found;
  throw new Error(`There is no element ${actionId} in block ${blockId}.`);
}

function outsideInputs(blocks: readonly BlockJson[]): Found[] {
  return withChildren(blocks).flatMap((block) => {
    const elements = [block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])];
    return elements.flatMap((element) => (element ? [{ block, element }] : []));
  });
}

function nearest(blocks: readonly BlockJson[], found: readonly Found[], naming: Naming, near?: string): Found[] {
  if (near === undefined) return [...found];
  const all = withChildren(blocks);
  // The innermost that says it: a container says all that stands in it.
  const start = all.findIndex((block) => textOfBlocks([{ ...block, child_blocks: [] }], naming).includes(near));
  if (start < 0) throw new Error(`Nothing here says "${near}".`);
  const below = found.filter(({ block }) => all.indexOf(block) >= start);
  return below.filter(({ block }) => block === below[0]?.block);
}
