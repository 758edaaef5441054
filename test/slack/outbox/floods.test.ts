import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { aNumber } from '../../support/builders.ts';
import { comesTrue } from '../slack-bench.ts';
import { adasCampaign, type OutboxBench, outboxForEach } from './outbox-bench.ts';

let bench: OutboxBench;
outboxForEach((fresh) => {
  bench = fresh;
});

const thread = () => bench.said()[0]!.thread;
const ofCampaign = ({ id }: Campaign) => bench.store.conversations.ofCampaign(id);
const textOf = ({ messages }: Conversation) => (messages[0]?.direction === 'in' ? messages[0].text : '');
const postOf = ({ messages }: Conversation) => (messages[0]?.direction === 'in' ? messages[0].post : null);

/** So many people write, all in the minute that the bench's texts bear. */
async function theyWrite(campaign: Campaign, people: number): Promise<void> {
  for (let no = 1; no <= people; no += 1) await bench.text(campaign.id, `Question ${no}.`, aNumber(no));
}

async function aFlood(people: number): Promise<Campaign> {
  await bench.stop();
  const campaign = adasCampaign();
  await bench.owe(campaign, 'campaign_message');
  await theyWrite(campaign, people);
  return campaign;
}

/** The questions in the order in which the thread shows them, from above. */
const questions = () =>
  thread().flatMap(({ text }) => [...text.matchAll(/Question (\d+)\./g)].map(([, no]) => Number(no)));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const posts = () => bench.slack.traffic.filter(({ method }) => method === 'chat.postMessage');
const edits = () => bench.slack.traffic.filter(({ method }) => method === 'chat.update');

describe('when more people write than Slack takes posts', () => {
  test('those of a minute share folded posts of 50: nobody is missing, twice there or out of order', async () => {
    const campaign = await aFlood(230);
    bench.start();
    await bench.allSaid();
    expect(questions()).toEqual(upTo(230));
    expect(thread()).toHaveLength(5);
    expect(thread()[0]?.text.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^50 people wrote at \d\d:\d\d on /),
      '50 open',
      expect.stringContaining('“Question 1.” · open'),
    ]);
    expect(thread()[1]?.text).toMatch(/^50 more people wrote at /);
    expect(thread().map(({ buttons }) => buttons)).toEqual(Array(5).fill(['Answer these']));
    for (const conversation of await ofCampaign(campaign)) {
      const shown = thread().filter(({ text }) => text.includes(textOf(conversation)));
      expect(postOf(conversation)).toMatchObject({ id: shown[0]?.ts, many: true });
    }
  });

  test('a Slack that does not know the folded block gets the same in plain ones', async () => {
    await aFlood(120);
    bench.slack.trouble({ kind: 'refuse', error: 'invalid_blocks', withBlock: 'container', times: 1_000 });
    bench.start();
    await bench.allSaid();
    expect(questions()).toEqual(upTo(120));
    expect(thread()).toHaveLength(3);
    expect(thread()[0]?.blocks.map(({ type }) => type)).not.toContain('container');
    // The campaign's message, one refusal, and then the three at once in plain ones.
    expect(posts()).toHaveLength(5);
    expect(thread()[0]?.buttons).toEqual(['Answer these']);
  });

  test('a stop in the middle loses nobody and shows nobody twice', async () => {
    await aFlood(230);
    bench.start();
    await bench.slack.until(() => (bench.said()[0]?.thread.length ?? 0) >= 2);
    await bench.stop();
    bench.start();
    await bench.allSaid();
    expect(questions()).toEqual(upTo(230));
    // One that was being made at the stop may have fewer than all others.
    expect([5, 6]).toContain(thread().length);
  });

  test('a post whose answer is lost is found again, and stands once', async () => {
    await aFlood(60);
    bench.slack.trouble({ method: 'chat.postMessage', kind: 'lost-answer' });
    bench.slack.trouble({ method: 'chat.postMessage', kind: 'lost-answer' });
    bench.start();
    await bench.allSaid();
    expect(questions()).toEqual(upTo(60));
  });

  test('a kill before all of a post is remembered leaves it whole: the few who are left are known to be on it', async () => {
    const campaign = await aFlood(30);
    const { announcements } = bench.store;
    const { done } = announcements;
    let left = 26;
    announcements.done = async (id, post) => {
      left -= 1;
      if (left < 0) throw new Error('The disk is full.');
      return done(id, post);
    };
    bench.start();
    await comesTrue(() => left < 0);
    await bench.stop();
    announcements.done = done;
    expect((await announcements.pending()).length).toBe(5);
    bench.start();
    await bench.allSaid();
    expect(questions()).toEqual(upTo(30));
    expect(thread()).toHaveLength(1);
    expect((await ofCampaign(campaign)).map((one) => postOf(one)?.many)).toEqual(Array(30).fill(true));
  });

  test('a text whose date cannot be true takes its place by when it came, and dates no post', async () => {
    const campaign = await aFlood(20);
    const cameAt = '2026-11-23T14:40:30.000Z';
    await bench.text(campaign.id, 'Question 21.', aNumber(21), { at: '2019-01-01T00:00:00.000Z', cameAt });
    bench.start();
    await bench.allSaid();
    expect(questions()).toEqual(upTo(21));
    expect(thread()[0]?.text).toMatch(/^21 people wrote at \d\d:\d\d on 23 Nov/);
  });

  test('a few who write have a card each, as ever', async () => {
    await aFlood(10);
    bench.start();
    await bench.allSaid();
    expect(thread()).toHaveLength(10);
    expect(thread()[0]?.buttons).toContain('Reply');
  });
});

test('whoever writes again after a flood has a card of their own, to which their line leads', async () => {
  const campaign = await aFlood(30);
  bench.start();
  await bench.allSaid();
  expect(thread()).toHaveLength(1);
  await bench.text(campaign.id, 'And may I bring my dog?', aNumber(7));
  await comesTrue(() => thread()[0]!.text.includes('goes on further down'));
  expect(thread()).toHaveLength(2);
  expect(thread()[1]?.text).toContain('And may I bring my dog?');
  expect(thread()[1]?.text).not.toContain('Question 7.');
  expect(thread()[0]?.text).toContain('“Question 7.” · goes on further down');
  expect(thread()[0]?.text).toContain('29 open');
  expect(posts().length + edits().length).toBeLessThan(6);
});
