import type { ElementJson, OptionJson } from '../../../slack/block-json.ts';
import { type Child, h, type Props } from '../element.ts';
import { plainText } from './mrkdwn.ts';
import type { ElementIds, Surface } from './surface.ts';
import { UnknownKind } from './unknown-kind.ts';

/** What a form control needs besides its own JSON. */
export type ControlParts = {
  readonly surface: Surface;
  readonly ids: ElementIds;
  /** Label, description and state for people who do not see it. */
  readonly attributes: Props;
  readonly enter: (entry: Parameters<Surface['enter']>[1]) => void;
};

/** Selects, pickers, radio buttons and checkboxes, drawn with the browser's own controls. */
export function choiceElement(element: ElementJson, parts: ControlParts): Child {
  const kind = element.type.replace('multi_', '');
  if (kind === 'static_select') return select(element, optionGroups(element), parts);
  if (kind === 'users_select') return select(element, ungrouped(parts.surface.choices.people), parts);
  if (kind === 'conversations_select' || kind === 'channels_select') {
    const channels = parts.surface.choices.channels.map(({ id, name }) => ({ id, name: `# ${name}` }));
    return select(element, ungrouped(channels), parts);
  }
  if (kind === 'datepicker') return picker('date', 'selected_date', parts);
  if (kind === 'timepicker') return picker('time', 'selected_time', parts);
  if (kind === 'datetimepicker') return momentPicker(parts);
  if (kind === 'radio_buttons') return marks('radio', element, parts);
  if (kind === 'checkboxes') return marks('checkbox', element, parts);
  throw new UnknownKind('element', element.type);
}

type Option = { readonly id: string; readonly name: string };
type Group = { readonly label: string | null; readonly options: readonly Option[] };

/** What the element's value holds now, in the field where Slack keeps it. */
export function heldValue({ surface, ids }: ControlParts, field: string): unknown {
  return surface.values[ids.blockId]?.[ids.actionId]?.[field] ?? null;
}

function select(element: ElementJson, groups: readonly Group[], parts: ControlParts): Child {
  const several = element.type.startsWith('multi_');
  const chosen = chosenIds(element, parts);
  const one = ({ id, name }: Option) => h('option', { value: id, selected: chosen.includes(id) }, plainText(name));
  return h(
    'select',
    {
      // Names it where nothing else does: a select among the buttons of a message.
      title: element.placeholder?.text ?? '',
      ...parts.attributes,
      multiple: several,
      ...(several ? {} : { value: chosen[0] ?? '' }),
      onchange: ({ target }: { target: { value: string; selectedOptions: Iterable<{ value: string }> } }) =>
        parts.enter(several ? Array.from(target.selectedOptions, ({ value }) => value) : target.value || null),
    },
    !several && h('option', { value: '' }, element.placeholder?.text ?? 'Choose…'),
    groups.map(({ label, options }) =>
      label === null ? options.map(one) : h('optgroup', { label }, options.map(one)),
    ),
  );
}

function chosenIds(element: ElementJson, parts: ControlParts): string[] {
  const fields = ['selected_option', 'selected_user', 'selected_conversation', 'selected_channel'];
  const held = fields.flatMap((field) => [heldValue(parts, field), heldValue(parts, `${field}s`)]).flat();
  const initial = [element.initial_option, element.initial_options].flat();
  const known = held.some((value) => value !== null) ? held : initial;
  return known.flatMap((value) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null && 'value' in value ? [String(value.value)] : [];
  });
}

function optionGroups({ options, option_groups = [] }: ElementJson): Group[] {
  const shown = (all: readonly OptionJson[]) =>
    all.map(({ text, value, description }) => ({
      id: value,
      name: description ? `${text.text}: ${description.text}` : text.text,
    }));
  if (options) return [{ label: null, options: shown(options) }];
  return option_groups.map((group) => ({ label: group.label.text, options: shown(group.options) }));
}

function ungrouped(options: readonly Option[]): Group[] {
  return [{ label: null, options }];
}

function picker(type: 'date' | 'time', field: string, parts: ControlParts): Child {
  const onchange = ({ target }: { target: { value: string } }) => parts.enter(target.value || null);
  return h('input', { ...parts.attributes, type, value: heldValue(parts, field) ?? '', onchange });
}

function momentPicker(parts: ControlParts): Child {
  const seconds = heldValue(parts, 'selected_date_time');
  const value = typeof seconds === 'number' ? wallClock(seconds, parts.surface.reader.zone) : '';
  const onchange = ({ target }: { target: { value: string } }) =>
    parts.enter(target.value ? { moment: target.value } : null);
  return h('input', { ...parts.attributes, type: 'datetime-local', value, onchange });
}

/** "2026-11-23T10:05", as the browser's picker takes it. */
function wallClock(seconds: number, zone: string): string {
  return new Date(seconds * 1_000).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T').slice(0, 16);
}

function marks(type: 'radio' | 'checkbox', element: ElementJson, parts: ControlParts): Child {
  const chosen = chosenIds(element, parts);
  const name = `${parts.surface.id}-${parts.ids.blockId}-${parts.ids.actionId}`;
  const toggle = (value: string, isOn: boolean) => {
    if (type === 'radio') return parts.enter(value);
    const without = chosen.filter((one) => one !== value);
    return parts.enter(isOn ? [...without, value] : without);
  };
  return h(
    'div.marks',
    { role: type === 'radio' ? 'radiogroup' : 'group', ...parts.attributes },
    (element.options ?? []).map(({ text, value, description }) =>
      h(
        'label',
        {},
        h('input', {
          ...{ type, name, value, checked: chosen.includes(value) },
          onchange: ({ target }: { target: { checked: boolean } }) => toggle(value, target.checked),
        }),
        h('span', {}, plainText(text.text), description && h('small', {}, plainText(description.text))),
      ),
    ),
  );
}
