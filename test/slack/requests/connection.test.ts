import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { boltLogger } from '../../../src/slack/api/bolt-logger.ts';
import { interactiveOptions } from '../../../src/slack/api/clients.ts';
import { createConnection, type SlackConnection } from '../../../src/slack/requests/connection.ts';
import { hastyClock, type LogLine, logInto, startBench } from '../slack-bench.ts';

let slack: LocalSlack;
let log: LogLine[];
let connection: SlackConnection | undefined;

beforeEach(async () => {
  slack = await startLocalSlack();
  log = [];
});
afterEach(async () => {
  await connection?.stop();
  await slack.close();
});

function connect(tokens: { bot?: string; app?: string } = {}, apiUrl = slack.apiUrl) {
  const logger = boltLogger(logInto(log));
  const socket = new SocketModeReceiver({
    appToken: tokens.app ?? slack.appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } } },
  });
  const app = new App({
    token: tokens.bot ?? slack.botToken,
    receiver: socket,
    deferInitialization: true,
    logger,
    clientOptions: interactiveOptions({ apiUrl, log: logInto(log) }),
  });
  connection = createConnection({ app, socket, clock: hastyClock(), log: logInto(log) });
  return connection;
}

test('a wrong token is named by its setting, with what to do', async () => {
  await expect(connect({ bot: 'xoxb-wrong' }).start()).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\).*xoxb-/);
  await expect(connect({ app: 'xapp-wrong' }).start()).rejects.toThrow(/SLACK_APP_TOKEN .*xapp-/);
});

test.each(['missing_scope', 'no_permission', 'not_allowed_token_type'])(
  'an app token that lacks its permission, %s, is told so and not to be copied again',
  async (error) => {
    slack.trouble({ method: 'apps.connections.open', kind: 'refuse', error });
    const refused = connect().start();
    await expect(refused).rejects.toThrow(
      /SLACK_APP_TOKEN lacks the permission `connections:write`.*“Basic Information”/,
    );
    await expect(refused).rejects.not.toThrow(/again/);
  },
);

test.each([
  ['asks us to reconnect', () => slack.disconnectSockets('refresh_requested')],
  ['drops the line', () => slack.dropSockets()],
])('comes back at once when Slack %s', async (_, cut) => {
  await connect().start();
  await slack.until(() => slack.connections() === 1);
  const before = slack.traffic.length;
  cut();
  await slack.until(() => slack.traffic.length > before && slack.connections() === 1);
  expect(slack.traffic.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(2);
});

test('keeps trying while Slack refuses new sockets', async () => {
  await connect().start();
  await slack.until(() => slack.connections() === 1);
  slack.trouble({ method: 'apps.connections.open', kind: '500', times: 3 });
  slack.dropSockets();
  await slack.until(
    () =>
      slack.connections() === 1 &&
      slack.traffic.filter(({ method }) => method === 'apps.connections.open').length === 5,
  );
});

test('starts without Slack, and connects once Slack is there', async () => {
  const unused = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => unused.once('listening', resolve));
  const { port } = unused.address() as AddressInfo;
  await new Promise((resolve) => unused.close(resolve));

  const waiting = connect({ bot: slack.botToken, app: slack.appToken }, `http://127.0.0.1:${port}/api/`);
  await waiting.start();
  expect([waiting.isReady(), waiting.isReached()]).toEqual([false, false]);
  await slack.close();
  slack = await startLocalSlack({ port });
  await slack.until(() => slack.connections() === 1);
  expect(waiting.isReady()).toBe(true);
  await expect.poll(waiting.isReached).toBe(true);
  await expect.poll(() => log.at(-1)?.message).toBe('Slack is reached now');
});

test('the whole edge works again after the line was lost', async () => {
  const bench = await startBench();
  bench.slack.dropSockets();
  const opened = () => bench.slack.traffic.filter(({ method }) => method === 'apps.connections.open').length;
  await bench.slack.until(() => opened() === 2 && bench.slack.connections() === 1);
  expect(await bench.slack.as('ada').command('/sms-campaign', 'help')).toEqual({ ok: true });
  await bench.close();
});
