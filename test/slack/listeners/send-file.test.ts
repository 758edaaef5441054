import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { UserId } from '../../../src/domain/ids.ts';
import { sendFile } from '../../../src/slack/listeners/send-file.ts';
import { startRawServer } from '../../support/raw-server.ts';

async function slackThatSays(error: string): Promise<WebClient> {
  const body = JSON.stringify({ ok: false, error });
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  const server = await startRawServer((socket) => void socket.write(head + body));
  onTestFinished(server.close);
  return new WebClient('xoxb-secret', { slackApiUrl: `${server.url}/api/` });
}

const file = {
  to: UserId.parse('U0ADA'),
  name: 'people.csv',
  content: 'phone\n',
  message: { text: 'Here', blocks: [] },
};

test('a file that Slack does not take is told as that', async () => {
  const refused = sendFile(await slackThatSays('internal_error'), file);
  await expect(refused).rejects.toMatchObject({ code: 'file_not_sent' });
});
