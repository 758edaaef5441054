import type { BlockJson, ElementJson } from '../block-json.ts';
import type { OpenView } from '../state.ts';
import { isEmptyValue, statefulElements, valueField } from '../view-values.ts';

/** What Slack's client itself says under the inputs before it sends a form anywhere, by block id. */
export function incompleteInputs(open: OpenView): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, element } of statefulElements(open.view.blocks)) {
    if (block.type !== 'input') continue;
    const message = complaint(open, block, element);
    if (message) errors[block.block_id] = message;
  }
  return errors;
}

function complaint(open: OpenView, block: BlockJson, element: ElementJson): string | undefined {
  const value = open.values[block.block_id]?.[element.action_id ?? ''];
  if (isEmptyValue(value)) return block.optional ? undefined : 'Please complete this required field.';
  const held = value?.[valueField(element.type) ?? ''];
  if (typeof held !== 'string') return undefined;
  if (element.type === 'number_input') return aboutNumber(element, held);
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(held))
    return 'Please enter a valid email address.';
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(held)) return 'Please enter a valid URL.';
  if (element.type === 'plain_text_input' && element.min_length && held.length < element.min_length)
    return `Please enter at least ${element.min_length} characters.`;
  return undefined;
}

function aboutNumber(element: ElementJson, held: string): string | undefined {
  const pattern = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(held))
    return element.is_decimal_allowed ? 'Please enter a number.' : 'Please enter a whole number.';
  if (element.min_value !== undefined && Number(held) < Number(element.min_value))
    return `Must be ${element.min_value} or more.`;
  if (element.max_value !== undefined && Number(held) > Number(element.max_value))
    return `Must be ${element.max_value} or less.`;
  return undefined;
}
