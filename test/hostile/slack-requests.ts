import { expect, test } from 'vitest';
import { CampaignStatus } from '../../src/domain/campaign/campaign-status.ts';
import type { Posting } from '../support/hostile/post.ts';
import { commandBody, throwForgedCommands } from '../support/hostile/rounds.ts';
import { signedBySlack } from '../support/hostile/slack-forgeries.ts';
import type { Target } from '../support/hostile/target.ts';
import { approveCampaign } from '../support/story.ts';

/** Whatever comes to the address that Slack calls. */
export function slackRequests(target: Target): void {
  const json = 'application/json';
  const send = (posting: Posting) => target.posts.post(`${target.url}/slack/events`, posting);
  const sign = (body: string, how?: Parameters<typeof signedBySlack>[2]) =>
    signedBySlack(target.slack.signingSecret, body, how);

  test('no forgery of a command is taken, and none leaves a trace', async () => {
    const before = await target.stored();
    expect((await throwForgedCommands(target, { seed: 4, runs: 1_000 })).wrong).toEqual([]);
    expect(await target.stored()).toBe(before);
    expect(target.slack.as('ada').ephemerals()).toEqual([]);
  });

  test('a command that Slack signed is taken; the same one again changes nothing more', async () => {
    const before = await target.metric('trickle_suppressed_numbers');
    const posting = sign(commandBody(target, 'optout add +12015550190'));
    for (const answer of [await send(posting), await send(posting)]) expect(answer.status).toBe(200);
    await target.slack.until(() => target.slack.traffic.some(({ method }) => method === 'response_url'));
    expect(await target.metric('trickle_suppressed_numbers')).toBe(before + 1);
  });

  const payload = (words: string) => new URLSearchParams({ payload: words }).toString();

  test.each([
    ['null', 'null', json],
    ['null with spaces', ' null\n', json],
    ['null in a form', payload('null'), undefined],
    ['a number', '5', json],
    ['a list', '[]', json],
    ['a word', '"STOP"', json],
    ['nothing', '', json],
    ['half a document', '{"type":"event_callback"', json],
    ['an unknown kind', '{"type":"of the future"}', json],
    ['an event without content', '{"type":"event_callback","event":null}', json],
    ['an event that is a number', '{"type":"event_callback","event":7}', json],
    ['an interaction without a person', payload('{"type":"block_actions","actions":[{}]}'), undefined],
    ['a form without a view', payload('{"type":"view_submission","user":{"id":"U0ADA"}}'), undefined],
    ['a command without a command', 'text=hello&user_id=U0ADA', undefined],
    ['the prototype', '{"__proto__":{"type":"event_callback"}}', json],
    ['a command as JSON', 'command=/sms-campaign', json],
  ])('signed, but senseless, it ends in an answer and not in a crash: %s', async (_, body, type) => {
    const before = await target.stored();
    const { status } = await send(sign(body, type === undefined ? {} : { type }));
    expect(status).toBeGreaterThanOrEqual(200);
    expect(await target.stored()).toBe(before);
    expect((await target.posts.post(`${target.url}/healthz`, { method: 'GET', body: '' })).status).toBe(200);
  });

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is refused, and the program lives', async (method) => {
    expect((await send({ method, body: '' })).status).toBeGreaterThanOrEqual(400);
    expect((await target.posts.post(`${target.url}/healthz`, { method: 'GET', body: '' })).status).toBe(200);
  });

  test('everything that Slack sent in a whole story, sent twice more, changes nothing', async () => {
    const { slack, vonage } = target;
    // The second batch keeps it running until its message stands.
    await approveCampaign(slack, { recipients: 5, batchSize: 4, every: '4s' });
    await vonage.until(() => vonage.accepted.length >= 5, { timeoutMs: 15_000 });
    const story = slack.traffic.filter(({ direction }) => direction === 'to app');
    expect(story.map(({ method }) => method)).toContain('interactive');
    await slack.until(() => isCompleted(), { timeoutMs: 20_000, what: 'the end of the campaign' });
    const before = await everything();

    for (const { method, body } of [...story, ...story]) await send(asSlackSends(sign, method, body));
    const ada = slack.as('ada');
    await ada.command('/sms-campaign', 'list');
    await slack.until(() => ada.ephemerals().some(({ text }) => text.includes('Spring survey')));
    expect(await everything()).toEqual(before);
    expect(await target.metric('trickle_announcements_pending')).toBe(0);
  });

  const channel = () => target.slack.channel('sms').messages();
  const threads = () => channel().flatMap(({ thread }) => thread);
  const isCompleted = () =>
    threads().some(({ text }) => /completed/i.test(text)) && threads().some(({ files }) => files.length > 0);

  /** What a second effect of anything would change. */
  async function everything() {
    const statuses = CampaignStatus.options.map((status) => target.metric(`trickle_campaigns{status="${status}"}`));
    return {
      accepted: target.vonage.accepted.length,
      campaigns: await Promise.all(statuses),
      posts: [channel().length, threads().length],
    };
  }
}

type Sign = (body: string, how?: Parameters<typeof signedBySlack>[2]) => Posting;

function asSlackSends(sign: Sign, method: string, body: unknown): Posting {
  if (method === 'events_api') return sign(JSON.stringify(body), { type: 'application/json' });
  const fields = method === 'interactive' ? { payload: JSON.stringify(body) } : (body as Record<string, string>);
  return sign(new URLSearchParams(fields).toString());
}
