import type { BlockJson, ElementJson, OptionJson, TextJson } from '../../../slack/block-json.ts';
import { type Child, h } from '../element.ts';
import { choiceElement } from './choice-elements.ts';
import { plainText } from './mrkdwn.ts';
import type { Surface } from './surface.ts';

/** A button, menu or picker outside the inputs: it acts at once. */
export function actionElement(block: BlockJson, element: ElementJson, surface: Surface): Child {
  if (element.type === 'button') return button(block, element, surface);
  if (element.type === 'overflow') return overflow(block, element, surface);
  const label = element.placeholder?.text ?? words(block.text) ?? 'Choose';
  const enter = (entry: Parameters<Surface['enter']>[1]) => surface.use(ids(block, element), entry, element.confirm);
  return choiceElement(element, { surface, ids: ids(block, element), enter, attributes: { 'aria-label': label } });
}

function button(block: BlockJson, element: ElementJson, surface: Surface): Child {
  const { style, url, confirm, accessibility_label } = element;
  const text = plainText(words(element.text) ?? '');
  const press = () => surface.use(ids(block, element), undefined, confirm);
  // The spoken label begins with the visible one, so that people who talk to their computer can say it.
  const spoken = accessibility_label?.startsWith(text) ? accessibility_label : undefined;
  const props = {
    key: element.action_id,
    class: typeof style === 'string' ? style : '',
    'aria-label': spoken,
    title: accessibility_label,
    onclick: press,
  };
  if (url) return h('a.button', { ...props, href: url, target: '_blank', rel: 'noreferrer' }, text);
  return h('button.button', { ...props, type: 'button' }, text);
}

function overflow(block: BlockJson, element: ElementJson, surface: Surface): Child {
  const id = `${surface.id}-${block.block_id}-${element.action_id}`;
  const isOpen = surface.openMenu === id;
  const pick = ({ value }: OptionJson) => {
    surface.toggleMenu(id);
    surface.use(ids(block, element), value, element.confirm);
  };
  return h(
    'span.overflow',
    { key: element.action_id },
    h(
      'button.button.more',
      {
        type: 'button',
        'aria-label': 'More',
        'aria-haspopup': 'menu',
        'aria-expanded': String(isOpen),
        onclick: () => surface.toggleMenu(id),
      },
      '⋯',
    ),
    isOpen &&
      h(
        'span.menu',
        { role: 'menu' },
        (element.options ?? []).map((option) =>
          h('button', { type: 'button', role: 'menuitem', onclick: () => pick(option) }, plainText(option.text.text)),
        ),
      ),
  );
}

function ids(block: BlockJson, element: ElementJson) {
  return { blockId: block.block_id, actionId: element.action_id ?? '' };
}

function words(text: TextJson | string | undefined): string | undefined {
  return typeof text === 'string' ? text : text?.text;
}
