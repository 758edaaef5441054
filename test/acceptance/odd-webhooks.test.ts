import { expect, onTestFinished, test } from 'vitest';
import { createPosts } from '../support/hostile/post.ts';
import { anInboundText } from '../support/hostile/vonage-bodies.ts';
import { signedBy } from '../support/hostile/vonage-forgeries.ts';
import { startProgram } from '../support/program.ts';
import { aFolder } from '../support/temporary-folder.ts';
import { connect, environmentFor, startServers } from '../support/world.ts';

test('a text that cannot be read is refused and an administrator is told; a picture stands in the channel', async () => {
  const folder = await aFolder();
  const servers = await startServers({});
  const { slack, vonage } = servers;
  const environment = { ...environmentFor(servers, folder, 'socket'), INBOX_CHANNEL: 'C0SMS', ADMINS: 'U0ADA' };
  const program = startProgram(environment);
  const posts = createPosts();
  onTestFinished(async () => {
    posts.close();
    program.kill('SIGTERM');
    await program.ended;
    await slack.close();
    await vonage.close();
  });
  const url = await program.url;
  await connect(servers, url, 'socket');
  const send = (document: object, type = 'application/json') => {
    const form = new URLSearchParams(document as Record<string, string>).toString();
    const body = type === 'application/json' ? JSON.stringify(document) : form;
    const headers = { authorization: signedBy(vonage.settings, body), 'content-type': type };
    return posts.post(`${url}/vonage/inbound`, { body, headers });
  };

  const unreadable = { messageId: '0A0000000123ABCD', to: '12015550123', text: 'STOP', keyword: 'STOP' };
  for (let times = 0; times < 3; times += 1) expect((await send(unreadable)).status).toBe(503);
  const told = () =>
    slack
      .as('ada')
      .dms()
      .filter(({ text }) => text.includes('webhook of the SMS API'));
  await slack.until(() => told().length > 0, { what: 'the message to the administrator' });

  const { text: _text, ...rest } = anInboundText;
  const picture = { ...rest, message_type: 'image', image: { url: 'https://example.com/a.jpg' } };
  expect((await send(picture)).status).toBe(200);
  const shown = () =>
    slack
      .channel('sms')
      .messages()
      .map(({ text }) => text);
  await slack.until(() => shown().some((text) => text.includes('sent a picture at')), { what: 'the picture' });

  const form = { msisdn: '12015550108', to: '12015550123', messageId: '0A0000000123ABCE', text: 'STOP' };
  expect((await send(form, 'application/x-www-form-urlencoded')).status).toBe(200);
  await slack.until(() => shown().some((text) => text.includes('They opted out')), { what: 'the opt-out' });
  expect(told()).toHaveLength(1);
});
