import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { issueTrigger } from '../../../playground/slack/triggers.ts';
import { type AppByHand, startAppByHand } from './support/app-by-hand.ts';
import { button, input, modal, option } from './support/blocks.ts';
import { call } from './support/call.ts';

let slack: LocalSlack;
let app: AppByHand;

beforeEach(async () => {
  slack = await startLocalSlack({ postBurst: 5 });
  app = await startAppByHand(slack);
});

afterEach(async () => {
  app.stop();
  await slack.close();
});

const open = async (view: object) => {
  const trigger_id = issueTrigger(slack.state, { user: 'U0ADA', channel: 'C0SMS' });
  const { body } = await call(slack, 'views.open', { trigger_id, view });
  expect(body).toMatchObject({ ok: true });
  return Object(body.view);
};
const post = async (...blocks: object[]) => {
  const { body } = await call(slack, 'chat.postMessage', { channel: 'C0SMS', text: 'card', blocks });
  expect(body).toMatchObject({ ok: true });
  return { channel: 'C0SMS', ts: String(body.ts) };
};

describe('shortcuts and the page’s way in', () => {
  it('reach the app with what they were used on', async () => {
    const ada = slack.as('ada');
    const message = await ada.say('sms', 'Use me');
    await ada.shortcut('new');
    await ada.messageShortcut(message, 'from_message');
    expect(app.payloads('shortcut')).toMatchObject([{ callback_id: 'new', user: { id: 'U0ADA' } }]);
    expect(app.payloads('message_action')).toMatchObject([
      { callback_id: 'from_message', message: { text: 'Use me' }, message_ts: message.ts },
    ]);
  });

  it('acts by ids on a view and on a message', async () => {
    const { id: viewId } = await open(modal(input('Name', { type: 'plain_text_input' })));
    const ada = slack.as('ada');
    await ada.actById({ viewId }, { blockId: 'Name', actionId: 'v' }, 'typed');
    expect(ada.openModal()?.inputs).toEqual({ Name: 'typed' });
    const message = await post({ type: 'actions', block_id: 'b', elements: [button('Go')] });
    await ada.actById(message, { blockId: 'b', actionId: 'Go' });
    expect(app.payloads('block_actions')).toHaveLength(1);
  });

  it('offers the options an app suggests', async () => {
    await open(modal(input('City', { type: 'external_select', min_query_length: 1 })));
    app.answerWith({ options: [option('Rome')] });
    await slack.as('ada').fill({ City: 'Rome' });
    expect(slack.as('ada').openModal()?.inputs).toEqual({ City: 'Rome' });
    expect(app.payloads('block_suggestion')).toMatchObject([{ value: 'Rome', action_id: 'v' }]);
  });
});
