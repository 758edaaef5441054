import { afterEach, beforeEach, expect } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../../playground/slack/local-slack.ts';
import { issueTrigger } from '../../../../playground/slack/triggers.ts';
import { type AppByHand, startAppByHand } from './app-by-hand.ts';
import { call } from './call.ts';

/** A local Slack with an app that answers as the test says. */
export type Workspace = {
  slack: LocalSlack;
  app: AppByHand;
  /** The app opens a window for Ada; answers with the view. */
  open(view: object): Promise<{ id: string; hash: string }>;
  /** The app posts a message into the channel of everybody. */
  post(...blocks: object[]): Promise<{ channel: string; ts: string }>;
};

/** A fresh one for each test. */
export function workspaceForEach(use: (fresh: Workspace) => void): void {
  let slack: LocalSlack;
  let app: AppByHand;
  const done = async (method: string, input: Record<string, unknown>) => {
    const { body } = await call(slack, method, input);
    expect(body).toMatchObject({ ok: true });
    return body;
  };

  beforeEach(async () => {
    slack = await startLocalSlack({ postBurst: 5 });
    app = await startAppByHand(slack);
    use({
      slack,
      app,
      open: async (view) => {
        const trigger_id = issueTrigger(slack.state, { user: 'U0ADA', channel: 'C0SMS' });
        return Object((await done('views.open', { trigger_id, view })).view);
      },
      post: async (...blocks) => {
        const { ts } = await done('chat.postMessage', { channel: 'C0SMS', text: 'card', blocks });
        return { channel: 'C0SMS', ts: String(ts) };
      },
    });
  });
  afterEach(async () => {
    app.stop();
    await slack.close();
  });
}
