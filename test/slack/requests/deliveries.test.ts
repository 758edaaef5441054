import type { Receiver } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createMemory,
  deliveryOverHttp,
  deliveryOverSocket,
  takeOnce,
} from '../../../src/slack/requests/deliveries.ts';
import { handClock } from '../../support/hand-clock.ts';
import { createPosts } from '../../support/hostile/post.ts';
import { commandBody } from '../../support/hostile/rounds.ts';
import { signedBySlack } from '../../support/hostile/slack-forgeries.ts';
import { approveCampaign } from '../../support/story.ts';
import { logInto, startBench } from '../slack-bench.ts';

type App = Parameters<Receiver['init']>[0];
type Event = Parameters<App['processEvent']>[0];

/** A receiver that is called by hand, and what got through to the app. */
function aReceiver() {
  const taken: object[] = [];
  let acknowledged = 0;
  let app: Pick<App, 'processEvent'> | undefined;
  const receiver: Receiver = {
    init: (given) => {
      app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const clock = handClock();
  takeOnce(receiver, { clock, log: logInto([]) }).init({
    processEvent: async ({ body }: Event) => void taken.push(body),
  } as App);
  const deliver = (body: object, customProperties: Event['customProperties']) => {
    const ack = async () => {
      acknowledged += 1;
    };
    return app!.processEvent({ body, ack, customProperties } as Event);
  };
  return { deliver, taken, clock, acknowledged: () => acknowledged };
}

const press = { type: 'block_actions', actions: [{ action_id: 'resume' }] };
const overHttp = (signature: string) => deliveryOverHttp({ headers: { 'x-slack-signature': signature } } as never);
const overSocket = (envelope: string) => deliveryOverSocket({ envelope_id: envelope });

describe('a delivery that comes again', () => {
  test.each([
    ['the same signature', overHttp('v0=abc'), overHttp('v0=abc')],
    ['the same signature with something behind it, which Bolt ignores', overHttp('v0=abc'), overHttp('v0=abc=more')],
    ['the same envelope', overSocket('E1'), overSocket('E1')],
  ])('with %s is acknowledged and has no second effect', async (_, first, second) => {
    const { deliver, taken, acknowledged } = aReceiver();
    await deliver(press, first);
    await deliver(press, second);
    await deliver(press, second);
    expect(taken).toHaveLength(1);
    expect(acknowledged()).toBe(2);
  });

  test.each([
    ['the same trigger in another envelope', { ...press, trigger_id: 'T1' }],
    ['the same command, signed again', { command: '/sms-campaign', text: 'resume spring', trigger_id: 'T1' }],
    ['the same event', { type: 'event_callback', event_id: 'Ev1' }],
  ])('as %s has no second effect', async (_, body) => {
    const { deliver, taken } = aReceiver();
    await deliver(body, overSocket('E1'));
    await deliver(body, overSocket('E2'));
    await deliver(body, overHttp('v0=abc'));
    expect(taken).toHaveLength(1);
  });

  test('has no second effect as long as Slack’s signature is good', async () => {
    const { deliver, taken, clock } = aReceiver();
    await deliver(press, overHttp('v0=abc'));
    await clock.advance(10 * 60_000);
    await deliver(press, overHttp('v0=abc'));
    expect(taken).toHaveLength(1);
  });
});

test('two presses of the same button are two', async () => {
  const { deliver, taken } = aReceiver();
  await deliver({ ...press, trigger_id: 'T1' }, overSocket('E1'));
  await deliver({ ...press, trigger_id: 'T2' }, overSocket('E2'));
  await deliver({ type: 'view_closed' }, overSocket('E3'));
  await deliver({ type: 'view_closed' }, overSocket('E4'));
  expect(taken).toHaveLength(4);
});

test('the memory is bounded by age and by number, and forgets the oldest first', async () => {
  const clock = handClock();
  const isNew = createMemory(clock, { forMs: 1_000, most: 3 });
  expect(['a', 'b', 'c', 'a', 'b', 'c'].map(isNew)).toEqual([true, true, true, false, false, false]);
  expect(isNew('d')).toBe(true);
  expect(isNew('a')).toBe(true);
  expect(isNew('d')).toBe(false);
  await clock.advance(1_000);
  expect(isNew('d')).toBe(true);
});

test('a campaign is not resumed by a signed resume of before the pause', async () => {
  const bench = await startBench({ mode: 'http' });
  onTestFinished(bench.close);
  await approveCampaign(bench.slack, { recipients: 20, batchSize: 1, every: '1h' });
  const posts = createPosts();
  const say = (text: string, times = 1) => {
    const body = `${commandBody(bench, text)}&trigger_id=${text.replace(' ', '-')}.${times}`;
    return signedBySlack('a-signing-secret', body);
  };
  const send = async (posting: ReturnType<typeof say>) => {
    expect((await posts.post(bench.requestUrl, posting)).status).toBe(200);
  };
  const isNow = (status: string) =>
    bench.slack.until(async () => (await bench.store.campaigns.list())[0]?.status === status, { what: status });

  await send(say('pause spring'));
  await isNow('paused');
  const resume = say('resume spring');
  await send(resume);
  await isNow('running');
  await send(say('pause spring', 2));
  await isNow('paused');

  for (let times = 0; times < 3; times += 1) await send(resume);
  // Requests are taken in order, so what the replay would have done is done by then.
  await send(say('list'));
  await isNow('paused');
  expect(bench.log.filter(({ message }) => message.includes('came twice'))).toHaveLength(3);
  posts.close();
});
