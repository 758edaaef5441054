import type { ActionsBlock, Button, ConfirmationDialog, PlainTextElement, StaticSelect } from '@slack/types';
import { limits } from '../../limits.ts';
import { cut, oneLine } from './inert.ts';

type ButtonParts = {
  label: string;
  action: string;
  value: string;
  style?: 'primary' | 'danger';
  /** For screen readers, where several buttons bear the same label. */
  spoken?: string;
  confirm?: ConfirmationDialog;
};

export function button({ label, action, value, style, spoken, confirm }: ButtonParts): Button {
  return {
    type: 'button',
    text: words(label, limits.buttonText),
    action_id: action,
    value,
    ...(style && { style }),
    ...(spoken && { accessibility_label: cut(oneLine(spoken), limits.accessibilityLabel) }),
    ...(confirm && { confirm }),
  };
}

/** Asks before something that cannot be undone. */
export function confirmation(asked: {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  danger: boolean;
}): ConfirmationDialog {
  return {
    title: words(asked.title, limits.confirmTitle),
    text: words(asked.text, limits.confirmText),
    confirm: words(asked.confirm, limits.confirmButton),
    deny: words(asked.deny, limits.confirmButton),
    ...(asked.danger && { style: 'danger' as const }),
  };
}

/** A row of buttons; nothing when there are none. */
export function buttons(elements: readonly (Button | StaticSelect | null)[]): ActionsBlock | null {
  const present = elements.filter((element) => element !== null);
  return present.length > 0 ? { type: 'actions', elements: present } : null;
}

export function words(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: cut(oneLine(text), most) || '…', emoji: false };
}
