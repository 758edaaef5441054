import { describe, expect, test } from 'vitest';
import { button, input, modal, option } from './support/blocks.ts';
import { type Workspace, workspaceForEach } from './support/workspace.ts';

let slack: Workspace['slack'];
let app: Workspace['app'];
let open: Workspace['open'];
let post: Workspace['post'];
workspaceForEach((fresh) => {
  ({ slack, app, open, post } = fresh);
});

describe('shortcuts and the page’s way in', () => {
  test('reach the app with what they were used on', async () => {
    const ada = slack.as('ada');
    const message = await ada.say('sms', 'Use me');
    await ada.shortcut('new');
    await ada.messageShortcut(message, 'from_message');
    expect(app.payloads('shortcut')).toMatchObject([{ callback_id: 'new', user: { id: 'U0ADA' } }]);
    expect(app.payloads('message_action')).toMatchObject([
      { callback_id: 'from_message', message: { text: 'Use me' }, message_ts: message.ts },
    ]);
  });

  test('acts by ids on a view and on a message', async () => {
    const { id: viewId } = await open(modal(input('Name', { type: 'plain_text_input' })));
    const ada = slack.as('ada');
    await ada.actById({ viewId }, { blockId: 'Name', actionId: 'v' }, 'typed');
    expect(ada.openModal()?.inputs).toEqual({ Name: 'typed' });
    const message = await post({ type: 'actions', block_id: 'b', elements: [button('Go')] });
    await ada.actById(message, { blockId: 'b', actionId: 'Go' });
    expect(app.payloads('block_actions')).toHaveLength(1);
  });

  test('offers the options an app suggests', async () => {
    await open(modal(input('City', { type: 'external_select', min_query_length: 1 })));
    app.answerWith({ options: [option('Rome')] });
    await slack.as('ada').fill({ City: 'Rome' });
    expect(slack.as('ada').openModal()?.inputs).toEqual({ City: 'Rome' });
    expect(app.payloads('block_suggestion')).toMatchObject([{ value: 'Rome', action_id: 'v' }]);
  });
});
