import { describe, expect, test } from 'vitest';
import { actions, button, option, plain, section } from './support/blocks.ts';
import { call } from './support/call.ts';
import { type Workspace, workspaceForEach } from './support/workspace.ts';

let slack: Workspace['slack'];
let app: Workspace['app'];
let post: Workspace['post'];
workspaceForEach((fresh) => {
  ({ slack, app, post } = fresh);
});

describe('a message', () => {
  test('is read with names, dates, links and escapes resolved', async () => {
    const leaves = [
      { type: 'text', text: 'a <b> ' },
      { type: 'user', user_id: 'U0BEN' },
    ];
    await post(
      section('Hi <@U0ADA> in <#C0SMS> &lt;3 <https://x.y|link> <!date^1796000000^{time}|10:00>'),
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: leaves }] },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'one' }, plain('two')] },
      { type: 'actions', elements: [button('Go'), { type: 'overflow', action_id: 'o', options: [option('More')] }] },
    );
    expect(slack.channel('sms').messages()[0]?.text).toBe(
      'Hi @Ada in #sms <3 link 10:00\na <b> @Ben\none two\n[Go] [overflow: More]',
    );
  });

  test('tells the app who pressed what, and where', async () => {
    const message = await post(section('x'), { type: 'actions', elements: [button('Go', { value: '7' })] });
    await slack.as('eve').pressIn(message, 'Go');
    const [payload] = app.payloads('block_actions');
    expect(payload).toMatchObject({
      user: { id: 'U0EVE', team_id: 'T0OTHER' },
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0SMS', is_ephemeral: false },
      channel: { id: 'C0SMS', name: 'sms' },
      message: { ts: message.ts, text: 'card' },
      actions: [{ type: 'button', action_id: 'Go', value: '7' }],
    });
  });

  test('has words and buttons inside of a container like any others', async () => {
    const inside = [section('Sam'), { type: 'actions', elements: [button('Reply', { value: 'Sam' })] }];
    const message = await post({
      type: 'container',
      title: plain('One'),
      subtitle: plain('open'),
      child_blocks: inside,
    });
    const [shown] = slack.channel('sms').messages();
    expect([shown?.text, shown?.buttons]).toEqual(['One\nopen\nSam\n[Reply]', ['Reply']]);
    await slack.as('ben').pressIn(message, 'Reply', { near: 'Sam' });
    expect(app.payloads('block_actions').map(({ actions: [one] }) => one?.value)).toEqual(['Sam']);
  });

  test('has buttons alike told apart by the text near them, and menus by what they offer', async () => {
    const row = (name: string) => [
      section(name),
      {
        type: 'actions',
        elements: [
          button('Reply', { value: name }),
          { type: 'overflow', action_id: 'o', options: [option(`Hide ${name}`)] },
        ],
      },
    ];
    const message = await post(...row('Sam'), ...row('Kim'));
    const ben = slack.as('ben');
    await expect(ben.pressIn(message, 'Reply')).rejects.toThrow('There are 2 buttons "Reply"');
    await ben.pressIn(message, 'Reply', { near: 'Kim' });
    await ben.pickIn(message, 'Hide Sam');
    const done = app.payloads('block_actions').map(({ actions: [one] }) => one?.value ?? one?.selected_option?.value);
    expect(done).toEqual(['Kim', 'hide sam']);
  });

  test('is out of reach for those who are not in the channel, deactivated or elsewhere', async () => {
    const message = await post(section('x'), actions(button('Go')));
    slack.channel('sms').remove('gus');
    await expect(slack.as('gus').pressIn(message, 'Go')).rejects.toThrow('Gus is not in #sms.');
    slack.changeUser('ben', { deleted: true });
    await expect(slack.as('ben').pressIn(message, 'Go')).rejects.toThrow('deactivated');
    await expect(slack.as('eve').command('/sms-campaign')).rejects.toThrow('of another workspace');
    expect(app.payloads('block_actions')).toEqual([]);
  });
});

describe('a response_url', () => {
  const urlOfPress = async () => {
    const message = await post(section('x'), actions(button('Go')));
    await slack.as('ada').pressIn(message, 'Go');
    return String(app.payloads('block_actions').at(-1)?.response_url);
  };
  const send = (url: string, body: object) =>
    fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  test('answers the person, the channel, or changes the message', async () => {
    const url = await urlOfPress();
    await send(url, { text: 'only you' });
    await send(url, { text: 'all', response_type: 'in_channel' });
    await send(url, { text: 'changed', replace_original: true });
    expect(slack.as('ada').ephemerals()).toMatchObject([{ text: 'only you' }]);
    expect(
      slack
        .channel('sms')
        .messages()
        .map(({ text }) => text),
    ).toEqual(['changed', 'all']);
    await send(url, { delete_original: true });
    expect(
      slack
        .channel('sms')
        .messages()
        .map(({ text }) => text),
    ).toEqual(['all']);
  });

  test('works five times, and not with blocks that are wrong', async () => {
    const url = await urlOfPress();
    expect((await send(url, { blocks: [{ type: 'marquee' }] })).status).toBe(400);
    for (let count = 0; count < 5; count += 1) expect((await send(url, { text: 'x' })).status).toBe(200);
    const sixth = await send(url, { text: 'x' });
    expect([sixth.status, Object(await sixth.json()).error]).toEqual([404, 'used_url']);
  });

  test('ends after half an hour', async () => {
    const url = await urlOfPress();
    const known = slack.state.responseUrls.get(url.split('/').at(-1) ?? '');
    slack.state.responseUrls.set(known!.id, { ...known!, at: known!.at - 30 * 60_000 - 1 });
    expect(Object(await (await send(url, { text: 'x' })).json()).error).toBe('expired_url');
  });

  test('takes an ephemeral message away', async () => {
    await call(slack, 'chat.postEphemeral', {
      channel: 'C0SMS',
      user: 'U0ADA',
      text: 'x',
      blocks: [{ type: 'actions', elements: [button('Hide')] }],
    });
    const ada = slack.as('ada');
    await ada.pressIn(ada.ephemerals()[0]!, 'Hide');
    const payload = app.payloads('block_actions')[0];
    expect(payload).toMatchObject({ container: { is_ephemeral: true } });
    await send(String(payload?.response_url), { delete_original: true });
    expect(ada.ephemerals()).toEqual([]);
  });
});
