import { expect, test } from 'vitest';
import { startPageServer } from '../../../playground/page/page-server.ts';
import { startPlayground } from '../../../playground/playground.ts';

test('a message carries a file that is too large for a form, as in Slack', async () => {
  const world = await startPlayground();
  const server = await startPageServer({ world, onReset: async () => {} });
  try {
    const base64 = Buffer.from(`phone\n${'+12015550190\n'.repeat(1_000_000)}`).toString('base64');
    const file = { file: 'everybody.csv', base64 };
    const answer = await fetch(`${server.url}act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url.slice(0, -1) },
      body: JSON.stringify({ act: 'say', as: 'ada', channel: 'C0SMS', thread: null, text: 'All of them', file }),
    });
    expect(await answer.json()).toEqual({ ok: true });
    expect(world.slack.channel('sms').messages()).toMatchObject([{ text: 'All of them' }]);
    expect([...world.slack.state.files.values()]).toMatchObject([{ name: 'everybody.csv', declaredBytes: 13_000_006 }]);
  } finally {
    await server.close();
    await world.close();
  }
});
