import type { BlockJson, ElementJson } from '../../../slack/block-json.ts';
import { type Child, h } from '../element.ts';
import { type ControlParts, choiceElement, heldValue } from './choice-elements.ts';
import { fileInput } from './file-input.ts';
import { plainText } from './mrkdwn.ts';
import type { Surface } from './surface.ts';
import { UnknownKind } from './unknown-kind.ts';

/** A field of a form: its label, the control, the hint, and its error. */
export function inputBlock(block: BlockJson, surface: Surface): Child {
  const { element, label, hint, optional } = block;
  if (!element) throw new UnknownKind('input', 'without an element');
  const ids = { blockId: block.block_id, actionId: element.action_id ?? '' };
  const id = `${surface.id}-${ids.blockId}-${ids.actionId}`;
  const error = surface.errors[block.block_id];
  const isGroup = element.type === 'radio_buttons' || element.type === 'checkboxes';
  const parts: ControlParts = {
    surface,
    ids,
    enter: (entry) => surface.enter(ids, entry),
    attributes: {
      key: `${id}-${element.type}`,
      id,
      'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
      'aria-invalid': error ? 'true' : undefined,
      'aria-required': optional ? undefined : 'true',
      ...(isGroup && { 'aria-labelledby': `${id}-label` }),
    },
  };
  return [
    h(
      isGroup ? 'span.label' : 'label.label',
      isGroup ? { id: `${id}-label` } : { for: id },
      plainText(label?.text ?? ''),
      optional && h('span.optional', {}, ' (optional)'),
    ),
    control(element, parts),
    error && h('p.error', { id: `${id}-error`, role: 'alert' }, error),
    hint && h('p.hint', { id: `${id}-hint` }, plainText(hint.text)),
  ];
}

function control(element: ElementJson, parts: ControlParts): Child {
  switch (element.type) {
    case 'plain_text_input':
      return textInput(element, parts, element.multiline ? 'textarea' : 'input');
    case 'number_input':
      return textInput(element, parts, 'input', { inputmode: element.is_decimal_allowed ? 'decimal' : 'numeric' });
    case 'email_text_input':
      return textInput(element, parts, 'input', { inputmode: 'email', autocomplete: 'off' });
    case 'url_text_input':
      return textInput(element, parts, 'input', { inputmode: 'url' });
    case 'file_input':
      return fileInput(element, parts);
    default:
      return choiceElement(element, parts);
  }
}

function textInput(element: ElementJson, parts: ControlParts, tag: 'input' | 'textarea', more: object = {}): Child {
  type FromInput = { target: { value: string } };
  const { surface, ids } = parts;
  return h(tag, {
    ...parts.attributes,
    ...more,
    ...(tag === 'input' ? { type: 'text' } : { rows: 4 }),
    placeholder: element.placeholder?.text,
    maxlength: element.max_length,
    value: heldValue(parts, 'value') ?? '',
    oninput: ({ target }: FromInput) => surface.typing(ids, () => target.value),
    onchange: ({ target }: FromInput) => surface.enter(ids, target.value),
  });
}
