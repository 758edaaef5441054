export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
export const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
export const button = (text: string, more: object = {}) => ({
  type: 'button',
  action_id: text,
  text: plain(text),
  ...more,
});
export const actions = (...elements: object[]) => ({ type: 'actions', elements });

/** An input whose block id is its label. */
export const input = (label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { action_id: 'v', ...element },
  ...more,
});

export const modal = (...blocks: object[]) => ({
  type: 'modal',
  callback_id: 'm',
  title: plain('Form'),
  submit: plain('Save'),
  blocks,
});
