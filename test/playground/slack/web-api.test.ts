import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { call } from './support/call.ts';
import { createFastClock, type FastClock } from './support/fast-clock.ts';

let slack: LocalSlack;
let clock: FastClock;

beforeEach(async () => {
  clock = createFastClock();
  slack = await startLocalSlack({
    clock,
    workspace: {
      channels: [
        { id: 'C0SMS', name: 'sms', members: ['bot', 'U0ADA', 'U0BEN'] },
        { id: 'C0GENERAL', name: 'general' },
        { id: 'C0SECRET', name: 'secret', is_private: true, members: ['U0ADA'] },
        { id: 'C0OLD', name: 'old', is_archived: true, members: ['bot'] },
      ],
      userGroups: [{ id: 'S1', handle: 'approvers', name: 'Approvers', users: ['U0BEN'] }],
    },
  });
});

afterEach(() => slack.close());

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('who may call', () => {
  test.each([
    ['chat.postMessage', '', 'not_authed'],
    ['chat.postMessage', 'xoxb-wrong', 'invalid_auth'],
    ['chat.postMessage', 'xapp-local-app', 'not_allowed_token_type'],
    ['apps.connections.open', 'xoxb-local-bot', 'not_allowed_token_type'],
    ['chat.shout', 'xoxb-local-bot', 'unknown_method'],
    ['toString', 'xoxb-local-bot', 'unknown_method'],
  ])('%s with the token "%s" answers %s', async (method, token, error) => {
    expect((await call(slack, method, {}, token)).body).toMatchObject({ ok: false, error });
  });

  test('names the scope that is missing', async () => {
    const { body } = await call(slack, 'reactions.add', { channel: 'C0SMS', name: 'x', timestamp: '1' });
    expect(body).toMatchObject({ ok: false, error: 'missing_scope', needed: 'reactions:write' });
    expect(body.provided).toContain('chat:write');
  });

  test('takes the token in a form, not in a JSON body, and arguments as JSON or multipart', async () => {
    const post = async (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
      Object(await (await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', body, headers })).json());
    const form = new FormData();
    form.set('token', slack.botToken);
    expect(await post(form)).toMatchObject({ ok: true, user_id: slack.botUserId, team_id: 'T0LOCAL' });
    expect(await post(new URLSearchParams({ token: slack.botToken }))).toMatchObject({ ok: true });
    const json = { 'content-type': 'application/json' };
    expect(await post(JSON.stringify({ token: slack.botToken }), json)).toMatchObject({ error: 'not_authed' });
    expect(await post('{', json)).toMatchObject({ error: 'invalid_json' });
    expect(slack.traffic.map(({ body }) => JSON.stringify(body)).join()).not.toContain('xoxb');
  });
});

describe('posting', () => {
  test.each([
    [{ channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
    [{ channel: 'C0SECRET', text: 'x' }, 'channel_not_found'],
    [{ channel: 'C0GENERAL', text: 'x' }, 'not_in_channel'],
    [{ channel: 'C0OLD', text: 'x' }, 'is_archived'],
    [{ channel: 'C0SMS' }, 'no_text'],
    [{ text: 'x' }, 'invalid_arguments'],
    [{ channel: 'C0SMS', text: 'x', thread_ts: '1.2' }, 'thread_not_found'],
    [{ channel: 'C0SMS', text: 'x', blocks: '{' }, 'invalid_blocks_format'],
    [{ channel: 'C0SMS', text: 'x', blocks: [section('')] }, 'invalid_blocks'],
    [
      { channel: 'C0SMS', text: 'x', blocks: Array.from({ length: 5 }, () => section('y'.repeat(2900))) },
      'msg_blocks_too_long',
    ],
    [{ channel: 'C0SMS', text: 'x', metadata: { event_type: 7 } }, 'invalid_metadata_format'],
  ])('%j is refused with %s', async (args, error) => {
    expect((await call(slack, 'chat.postMessage', args)).body).toMatchObject({ ok: false, error });
    expect(slack.channel('sms').messages()).toEqual([]);
  });

  test('tells where a block is wrong, and remembers it', async () => {
    const { body } = await call(slack, 'chat.postMessage', {
      channel: 'C0SMS',
      text: 'x',
      blocks: [{ type: 'marquee' }],
    });
    expect(body.response_metadata).toEqual({
      messages: ['[ERROR] unsupported type: marquee [json-pointer:/blocks/0/type]'],
    });
    expect(slack.problems).toMatchObject([{ where: 'chat.postMessage', pointer: '/blocks/0/type' }]);
  });

  test('takes one post per second and channel, threads included', async () => {
    const post = (channel: string) => call(slack, 'chat.postMessage', { channel, text: 'x' });
    expect((await post('C0SMS')).status).toBe(200);
    expect(await post('C0SMS')).toMatchObject({ status: 429, retryAfter: '1', body: { error: 'ratelimited' } });
    expect((await post('U0ADA')).status).toBe(200);
    clock.advance(1000);
    expect((await post('C0SMS')).status).toBe(200);
    expect(slack.channel('sms').messages()).toHaveLength(2);
  });

  test('edits, keeps metadata, deletes and links its own messages only', async () => {
    const metadata = { event_type: 'campaign', event_payload: { id: 'c1' } };
    const { body } = await call(slack, 'chat.postMessage', { channel: 'C0SMS', text: 'one', metadata });
    const key = { channel: 'C0SMS', ts: String(body.ts) };
    expect((await call(slack, 'chat.update', { ...key, text: 'x'.repeat(4001) })).body.error).toBe('msg_too_long');
    expect((await call(slack, 'chat.update', { ...key, text: 'two', blocks: [section('*two*')] })).body.ok).toBe(true);
    expect(slack.channel('sms').messages()).toMatchObject([{ text: '*two*', fallback: 'two', edited: true, metadata }]);
    await call(slack, 'chat.update', { ...key, text: 'three' });
    expect(slack.channel('sms').messages()[0]?.blocks).toEqual([]);
    const link = await call(slack, 'chat.getPermalink', { channel: 'C0SMS', message_ts: key.ts });
    expect(link.body.permalink).toContain(`/archives/C0SMS/p${key.ts.replace('.', '')}`);
    const { ts } = await slack.as('ada').say('sms', 'mine');
    expect((await call(slack, 'chat.update', { channel: 'C0SMS', ts, text: 'x' })).body.error).toBe(
      'cant_update_message',
    );
    expect((await call(slack, 'chat.delete', { channel: 'C0SMS', ts })).body.error).toBe('cant_delete_message');
    expect((await call(slack, 'chat.delete', key)).body.ok).toBe(true);
    expect((await call(slack, 'chat.delete', key)).body.error).toBe('message_not_found');
  });

  test('reaches a person by a direct message, which is edited by its own id', async () => {
    const { body } = await call(slack, 'chat.postMessage', { channel: 'U0BEN', text: 'Please review' });
    expect(body.channel).toBe('D0BEN');
    expect(slack.as('ben').dms()).toMatchObject([{ text: 'Please review' }]);
    const update = (channel: string) => call(slack, 'chat.update', { channel, ts: String(body.ts), text: 'Done' });
    expect((await update('U0BEN')).body.error).toBe('channel_not_found');
    expect((await update('D0BEN')).body.ok).toBe(true);
  });

  test('shows an ephemeral message to a member only', async () => {
    const post = (user: string) => call(slack, 'chat.postEphemeral', { channel: 'C0SMS', user, text: 'psst' });
    expect((await post('U0CLEO')).body.error).toBe('user_not_in_channel');
    expect((await post('U0ADA')).body.ok).toBe(true);
    expect(slack.as('ada').ephemerals()).toMatchObject([{ text: 'psst', ephemeral: true }]);
  });
});

describe('looking things up', () => {
  test('tells people with their flags', async () => {
    slack.changeUser('ben', { deleted: true });
    const info = async (user: string) => (await call(slack, 'users.info', { user })).body.user;
    expect(await info('U0GUS')).toMatchObject({
      is_restricted: true,
      is_bot: false,
      tz: 'America/New_York',
      tz_offset: -18_000,
    });
    expect(await info('U0EVE')).toMatchObject({ is_stranger: true, team_id: 'T0OTHER' });
    expect(await info('U0BEN')).toMatchObject({ deleted: true });
    expect((await call(slack, 'users.info', { user: 'U1' })).body.error).toBe('user_not_found');
  });

  test('pages through lists', async () => {
    const first = await call(slack, 'users.list', { limit: 4 });
    const { next_cursor: cursor } = Object(first.body.response_metadata);
    const second = await call(slack, 'users.list', { limit: 4, cursor });
    expect([Object(first.body.members).length, Object(second.body.members).length]).toEqual([4, 2]);
    expect(second.body.response_metadata).toEqual({ next_cursor: '' });
  });

  test('knows user groups, channels and what the bot may see of them', async () => {
    expect((await call(slack, 'usergroups.users.list', { usergroup: 'S1' })).body.users).toEqual(['U0BEN']);
    expect((await call(slack, 'usergroups.users.list', { usergroup: 'S2' })).body.error).toBe('no_such_subteam');
    expect((await call(slack, 'conversations.info', { channel: 'C0SMS' })).body.channel).toMatchObject({
      name: 'sms',
      is_member: true,
    });
    expect((await call(slack, 'conversations.info', { channel: 'C0SECRET' })).body.error).toBe('channel_not_found');
    expect((await call(slack, 'conversations.members', { channel: 'C0SMS' })).body.members).toEqual([
      'U0BOT',
      'U0ADA',
      'U0BEN',
    ]);
    const { channels } = (
      await call(slack, 'conversations.list', { types: 'public_channel,private_channel', exclude_archived: true })
    ).body;
    expect(Object(channels).map(({ name }: { name: string }) => name)).toEqual(['sms', 'general']);
    expect((await call(slack, 'conversations.history', { channel: 'C0GENERAL' })).body.error).toBe('not_in_channel');
  });
});
