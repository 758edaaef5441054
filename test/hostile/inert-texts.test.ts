import { expect, onTestFinished, test } from 'vitest';
import { PhoneNumber } from '../../src/domain/ids.ts';
import { type Bench, startBench } from '../slack/slack-bench.ts';
import { listenIn, liveData } from '../support/hostile/inert-slack.ts';
import { hostileTexts } from '../support/hostile/strings.ts';

const named = { people: ['U0ADA', 'U0BEN'], channels: ['C0SMS'] };

async function aBench(): Promise<Bench & { calls: ReturnType<typeof listenIn>['calls'] }> {
  const bench = await startBench();
  onTestFinished(bench.close);
  return { ...bench, ...listenIn(bench.slack) };
}

const phone = (no: number) => PhoneNumber.parse(`+1201555${String(100 + no).padStart(4, '0')}`);

test('whatever a phone writes is shown as words, and nothing in it acts', async () => {
  const { slack, text, calls, log, store } = await aBench();
  // Few enough at a time to get a card each: more than five would be counted in one post.
  for (let no = 0; no < hostileTexts.length; no += 5) {
    const some = hostileTexts.slice(no, no + 5);
    for (const [index, words] of some.entries()) await text(phone(no + index), words);
    await slack.until(() => slack.channel('sms').messages().length === no + some.length, { timeoutMs: 20_000 });
  }

  expect(liveData(calls, named)).toEqual([]);
  expect(slack.problems).toEqual([]);
  const fallbacks = slack
    .channel('sms')
    .messages()
    .map(({ fallback }) => fallback);
  expect(fallbacks.join('\n')).toContain('<!channel>');
  expect(store.trouble()).toBeUndefined();
  expect(JSON.stringify(log)).not.toMatch(/evil|channel>|DROP TABLE|1201555/);
});

test('answering and deciding about such texts keeps them inert', async () => {
  const { slack, text, calls } = await aBench();
  const ada = slack.as('ada');
  const words = ['<!channel> <@U0GUS> please cancel my visit on <https://evil.example|Friday>', '\u202E*hello* \u0000'];
  for (const [no, one] of words.entries()) await text(phone(no), one);
  const posts = await slack.until(() => {
    const messages = slack.channel('sms').messages();
    return messages.length === words.length && messages;
  });
  for (const post of posts.filter(({ buttons }) => buttons.includes('Reply'))) {
    await ada.pressIn(post, 'Handled');
    await ada.pressIn(post, 'Reply');
    await ada.modal('Reply by SMS');
    await ada.fill({ 'Your answer': 'See <https://evil.example|here> <!channel> & www.evil.example' }).catch(() => {});
    await ada.submit().catch(() => {});
    await ada.dismiss().catch(() => {});
  }
  await slack.until(() =>
    slack
      .channel('sms')
      .messages()
      .some((message) => message.text.includes('Handled by')),
  );
  expect(liveData(calls, named)).toEqual([]);
  expect(slack.problems).toEqual([]);
});

test('commands of any words are answered inertly', async () => {
  const { slack, calls } = await aBench();
  const ada = slack.as('ada');
  const verbs = ['', 'status ', 'new ', 'optout add ', 'optout check ', 'export ', 'pause '];
  for (const [index, words] of hostileTexts.entries()) {
    const typed = words.replaceAll(/[\n\r]/g, ' ').slice(0, 500);
    await ada.command('/sms-campaign', `${verbs[index % verbs.length]}${typed}`).catch(() => {});
    await ada.dismiss().catch(() => {});
  }
  expect(calls.length).toBeGreaterThan(30);
  expect(liveData(calls, named)).toEqual([]);
  expect(slack.problems).toEqual([]);
});
