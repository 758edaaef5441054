import type { OptionJson } from '../block-json.ts';
import { isObject } from '../lint/rules.ts';
import type { OpenView } from '../state.ts';
import { viewPayload } from '../view-stack.ts';
import type { Found } from './find-element.ts';
import { basePayload, type Desk } from './interaction.ts';

/** Asks the app for the options of an external_select, as typing into it does, and picks the one with those words. */
export async function suggestedOption(
  { state, delivery }: Desk,
  open: OpenView,
  { block, element }: Found,
  typed: string,
): Promise<OptionJson> {
  const payload = {
    ...basePayload(state, open.user, 'block_suggestion'),
    container: { type: 'view', view_id: open.id },
    action_id: element.action_id,
    block_id: block.block_id,
    value: typed,
    view: viewPayload(state, open),
  };
  const result = await delivery.send({ type: 'interactive', payload });
  const body = result.kind === 'acked' && isObject(result.body) ? result.body : {};
  const options: OptionJson[] = Array.isArray(body.options) ? body.options : [];
  const found = options.find((option) => option.text.text === typed) ?? options[0];
  if (found) return found;
  throw new Error(`The app suggests nothing for "${typed}".`);
}
