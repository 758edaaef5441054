import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uploadByPerson } from '../../../playground/slack/files.ts';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { call } from './support/call.ts';

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack();
});

afterEach(() => slack.close());

describe('a file a person uploaded', () => {
  const upload = () => uploadByPerson(slack.state, 'U0ADA', { name: 'people.csv', content: 'phone\n1' });

  test('is described and downloaded with the bot token', async () => {
    const { id } = upload();
    const file = Object((await call(slack, 'files.info', { file: id })).body.file);
    expect(file).toMatchObject({
      id,
      name: 'people.csv',
      mimetype: 'text/csv',
      filetype: 'csv',
      size: 7,
      user: 'U0ADA',
      mode: 'hosted',
    });
    const answer = await fetch(file.url_private_download, { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/csv', 'phone\n1']);
  });

  test.each([undefined, 'Bearer xoxb-wrong'])(
    'comes as a login page with status 200 for the token %s',
    async (authorization) => {
      const { id } = upload();
      const { url_private_download: url } = Object((await call(slack, 'files.info', { file: id })).body.file);
      const answer = await fetch(url, authorization ? { headers: { authorization } } : {});
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await answer.text()).toMatch(/^<!DOCTYPE html/);
    },
  );

  test('may not be larger than 10 MB', () => {
    expect(() => uploadByPerson(slack.state, 'U0ADA', { name: 'a.csv', content: Buffer.alloc(10_000_001) })).toThrow(
      'larger than 10 MB',
    );
  });
});

describe('a file of the bot', () => {
  test('goes up in three steps into a thread', async () => {
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
    const { ts } = await slack.as('ada').say('sms', 'Results?');
    await client.filesUploadV2({
      channel_id: 'C0SMS',
      thread_ts: ts,
      filename: 'results.csv',
      title: 'Results',
      content: 'a,b',
      initial_comment: 'Here they are',
    });
    const [message] = slack.channel('sms').messages();
    expect(message?.thread).toMatchObject([
      { text: 'Here they are', files: [{ name: 'results.csv', title: 'Results', content: 'a,b' }] },
    ]);
  });

  test('needs a name, a length and the bytes promised', async () => {
    expect((await call(slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 0 })).body.error).toBe(
      'missing_argument',
    );
    const { upload_url, file_id } = (await call(slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 3 }))
      .body;
    const complete = () =>
      call(slack, 'files.completeUploadExternal', { files: [{ id: file_id }], channel_id: 'C0SMS' });
    expect((await fetch(String(upload_url), { method: 'POST', body: 'four' })).status).toBe(400);
    expect((await complete()).body.error).toBe('file_not_found');
    expect(await (await fetch(String(upload_url), { method: 'POST', body: 'abc' })).text()).toBe('OK - 3');
    expect((await complete()).body.ok).toBe(true);
  });

  test('goes into channels the bot is in', async () => {
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
    await expect(client.filesUploadV2({ channel_id: 'C0GENERAL', filename: 'a.csv', content: 'a' })).rejects.toThrow(
      'not_in_channel',
    );
  });
});
