import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPosts } from '../support/hostile/post.ts';
import { commandBody } from '../support/hostile/rounds.ts';
import { type SlackPosting, signedBySlack } from '../support/hostile/slack-forgeries.ts';
import { startWorld, type World } from '../support/world.ts';

const number = '+12015550177';

let world: World;
let posts: ReturnType<typeof createPosts>;
beforeEach(async () => {
  world = await startWorld({ mode: 'http', slack: { postBurst: 1_000 } });
  posts = createPosts();
});
afterEach(async () => {
  posts.close();
  await world.close();
});

const ada = () => world.slack.as('ada');

/** A command of Ada, signed so many seconds after the first one by Slack's clock, which may be wrong. */
function signed(text: string, atSeconds: number, slackIsAheadBySeconds = 0): SlackPosting {
  const at = startedAtMs + (atSeconds + slackIsAheadBySeconds) * 1_000;
  return signedBySlack(world.slack.signingSecret, commandBody(world, text).replace('forged', `${text} ${atSeconds}`), {
    at,
  });
}
const startedAtMs = Date.now();

async function send(posting: SlackPosting): Promise<void> {
  expect((await posts.post(`${world.url}/slack/events`, posting)).status).toBe(200);
}

/** The address for answers that these requests name does not exist, so it is said in person. */
async function isTold(words: string): Promise<void> {
  const isIt = ({ text }: { text: string }) => text.includes(words);
  await world.slack.until(() => ada().dms().some(isIt), { what: words });
}

async function isOptedOut(): Promise<boolean> {
  const before = ada().ephemerals().length;
  await ada().command('/sms-campaign', `optout check ${number}`);
  return (await world.slack.until(() => ada().ephemerals()[before])).text.includes('has been opted out since');
}

const lift = `optout remove ${number} because they asked by letter`;

describe.each([
  ['is right', 0],
  ['is two minutes ahead of ours', 120],
  ['is two minutes behind ours', -120],
])('where Slack’s clock %s', (_, ahead) => {
  test('a signed request acts once, also after a restart, and whoever made it is told', async () => {
    const once = signed(lift, 1, ahead);
    await send(signed(`optout add ${number}`, 0, ahead));
    await send(once);
    await send(signed(`optout add ${number}`, 2, ahead));
    await world.slack.until(() => world.logged.filter((line) => line.includes('opted out by hand')).length === 2);

    await world.slack.until(() => world.logged.some((line) => line.includes('taken off the opt-outs')));
    await world.restart();
    await send(once);
    await isTold('Nothing was done: Trickle was just started');
    expect(world.logged.filter((line) => line.includes('taken off the opt-outs'))).toHaveLength(1);
  });

  test('what is signed after that acts at once', async () => {
    await send(signed(`optout add ${number}`, 0, ahead));
    await world.slack.until(() => world.logged.some((line) => line.includes('opted out by hand')));
    await world.restart();
    await send(signed(lift, 1, ahead));
    await world.slack.until(() => world.logged.some((line) => line.includes('taken off the opt-outs')));
  });
});

test('a press that Slack brings only after the restart is not lost silently', async () => {
  const late = signed(lift, -2);
  await send(signed(`optout add ${number}`, -1));
  await world.slack.until(() => world.logged.some((line) => line.includes('opted out by hand')));
  await world.restart();
  await send(late);
  await isTold('press or type it again');
  expect(await isOptedOut()).toBe(true);
});
