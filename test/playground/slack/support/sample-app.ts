import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { LocalSlack } from '../../../../playground/slack/local-slack.ts';
import { silentLogger } from '../../../support/silent-logger.ts';

/** A small real Bolt app that uses what Trickle uses: a form with errors, updates and pushes, a card with buttons, files, Home. */
export type SampleApp = {
  readonly app: App;
  readonly downloads: { type: string; text: string }[];
  readonly closed: { callbackId: string; cleared: boolean }[];
  readonly retries: number[];
  stop(): Promise<void>;
};

export async function startSampleApp(slack: LocalSlack, kind: 'socket' | 'http' = 'socket'): Promise<SampleApp> {
  const receiver =
    kind === 'socket'
      ? socketReceiver(slack)
      : new HTTPReceiver({ signingSecret: slack.signingSecret, logger: silentLogger });
  const app = new App({
    token: slack.botToken,
    receiver,
    deferInitialization: true,
    logger: silentLogger,
    clientOptions: {
      slackApiUrl: slack.apiUrl,
      timeout: 8000,
      retryConfig: { retries: 2, minTimeout: 20, maxTimeout: 50 },
    },
  });
  const sample = { app, downloads: [], closed: [], retries: [] } as Omit<SampleApp, 'stop'>;
  register(sample);
  await app.init();
  if (kind === 'socket') {
    await app.start();
    await slack.until(() => slack.connections() > 0);
    return { ...sample, stop: () => stopSocket(app, slack) };
  }
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  slack.setRequestUrl(`http://127.0.0.1:${address.port}/slack/events`);
  const stop = async () => {
    server.closeAllConnections();
    await app.stop();
  };
  return { ...sample, stop };
}

function socketReceiver(slack: LocalSlack): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silentLogger,
    // The client waits as long again before it reconnects.
    ...{ clientPingTimeout: 200 },
    installerOptions: {
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 20, minTimeout: 20, maxTimeout: 100 } },
    },
  });
}

async function stopSocket(app: App, slack: LocalSlack): Promise<void> {
  await app.stop();
  await slack.until(() => slack.connections() === 0);
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

function form(): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    notify_on_close: true,
    title: plain('New campaign'),
    submit: plain('Preview'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'name',
        label: plain('Campaign name'),
        element: { type: 'plain_text_input', action_id: 'v' },
      },
      {
        type: 'input',
        block_id: 'size',
        label: plain('Batch size'),
        element: {
          type: 'number_input',
          action_id: 'v',
          is_decimal_allowed: false,
          initial_value: '50',
          min_value: '1',
        },
      },
      {
        type: 'input',
        block_id: 'file',
        optional: true,
        label: plain('Recipients (CSV file)'),
        element: { type: 'file_input', action_id: 'v', filetypes: ['csv'], max_files: 1 },
      },
      {
        type: 'input',
        block_id: 'channel',
        label: plain('Post in channel'),
        element: { type: 'conversations_select', action_id: 'v', default_to_current_conversation: true },
      },
      {
        type: 'actions',
        block_id: 'more',
        elements: [{ type: 'button', action_id: 'explain', text: plain('Explain') }],
      },
    ],
  };
}

function preview(name: string): ModalView {
  const blocks: KnownBlock[] = [
    { type: 'section', text: { type: 'mrkdwn', text: `*${name}* is ready for <@U0BEN>` } },
    { type: 'actions', elements: [{ type: 'button', action_id: 'details', text: plain('Details') }] },
  ];
  return {
    type: 'modal',
    callback_id: 'preview',
    private_metadata: name,
    title: plain('Preview'),
    submit: plain('Submit for approval'),
    blocks,
  };
}

function card(name: string, by?: string): KnownBlock[] {
  const text = by ? `✅ *${name}* approved by <@${by}>` : `*${name}* waits for approval`;
  const section: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text } };
  const approve = {
    type: 'button' as const,
    action_id: 'approve',
    value: name,
    style: 'primary' as const,
    text: plain('Approve'),
  };
  const confirm = { title: plain('Sure?'), text: plain('It goes out.'), confirm: plain('Yes'), deny: plain('No') };
  return by ? [section] : [section, { type: 'actions', elements: [{ ...approve, confirm }] }];
}

function register({ app, downloads, closed, retries }: Omit<SampleApp, 'stop'>): void {
  app.command('/sms-campaign', async ({ ack, command, client, respond }) => {
    if (command.text === 'silent') return;
    if (command.text === 'help') return void (await ack('Try */sms-campaign new*'));
    await ack();
    if (command.text === 'later') return void (await respond('It is done.'));
    await client.views.open({ trigger_id: command.trigger_id, view: form() });
  });
  app.action('explain', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    const view = form();
    view.blocks.push({ type: 'section', text: plain('A batch is one pause to the next.') });
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  });
  app.view('form', async ({ ack, view, client }) => {
    const name = view.state.values.name?.v?.value ?? '';
    if (name.length < 4)
      return void (await ack({ response_action: 'errors', errors: { name: 'Use 4 characters or more.' } }));
    for (const file of view.state.values.file?.v?.files ?? []) {
      const answer = await fetch(file.url_private_download, { headers: { authorization: `Bearer ${client.token}` } });
      downloads.push({ type: answer.headers.get('content-type') ?? '', text: await answer.text() });
    }
    await ack({ response_action: 'update', view: preview(name) });
  });
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    closed.push({ callbackId: body.view.callback_id, cleared: body.type === 'view_closed' && body.is_cleared });
  });
  app.action('details', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const view: ModalView = {
      type: 'modal',
      title: plain('Details'),
      blocks: [{ type: 'section', text: plain('12 batches') }],
    };
    await client.views.push({ trigger_id: body.trigger_id, view });
  });
  app.view('preview', async ({ ack, view, client }) => {
    await ack();
    const name = view.private_metadata;
    await client.chat.postMessage({ channel: 'C0SMS', text: `${name} waits for approval`, blocks: card(name) });
  });
  app.action('approve', async ({ ack, body, client, action }) => {
    await ack();
    if (body.type !== 'block_actions' || action.type !== 'button' || !body.message || !body.channel) return;
    const name = action.value ?? '';
    await client.chat.update({
      channel: body.channel.id,
      ts: body.message.ts,
      text: `${name} approved`,
      blocks: card(name, body.user.id),
    });
    await client.chat.postMessage({ channel: body.channel.id, thread_ts: body.message.ts, text: 'Approved.' });
  });
  app.event('app_home_opened', async ({ event, client, context }) => {
    retries.push(context.retryNum ?? 0);
    const blocks: KnownBlock[] = [{ type: 'header', text: plain('Your campaigns') }];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  });
}
