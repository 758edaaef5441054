import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const phone = PhoneNumber.parse('+12015550150');

let bench: Bench;
let ada: Person;
const beginAgain = benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const sms = () => bench.slack.channel('sms').messages();

async function postOf(words: string) {
  await bench.text(phone, words);
  return bench.slack.until(() => sms().find(({ text }) => text.includes(words)), { what: `the text "${words}"` });
}

test('a crowd of no campaign is counted in one post: who wants nothing is only counted, the others are shown when asked for', async () => {
  bench.pauseClock();
  for (let no = 10; no < 24; no += 1)
    await bench.text(`+120155501${no}`, no < 12 ? 'STOP' : no === 12 ? 'HELP' : `Question ${no}`);
  bench.resumeClock();
  const digest = await bench.slack.until(() => sms()[0]);
  expect(digest.text).toContain('14 people wrote who belong to no campaign');
  expect(digest.text).toContain('2 of them opted out or need no answer.');
  await Promise.all([1, 2].map(() => ada.pressIn(digest, 'Show the next 10')));
  const told = await bench.slack.until(() => ada.ephemerals().length === 2 && ada.ephemerals());
  expect(told.map(({ text }) => text).sort()).toEqual([
    'The channel shows 10 people now. 2 more wait: press it again.',
    'The channel shows 2 people now. Nobody else waits.',
  ]);
  const card = await bench.slack.until(() => sms().find(({ text }) => text.includes('Question 13')));
  await bench.slack.until(() => sms().length === 13);
  expect(sms().some(({ text }) => text.includes('HELP'))).toBe(true);
  await ada.pressIn(card, 'Handled');
  await bench.slack.until(() => sms().some(({ ts, text }) => ts === card.ts && text.includes('Handled by')));
});

describe('a text that came in', () => {
  test('is answered through the form, once however often the button is pressed', async () => {
    const post = await postOf('Is there parking?');
    expect(post.text).not.toContain(phone);
    await ada.pressIn(post, 'Reply');
    await ada.modal('Reply by SMS');
    await ada.fill({ 'Your answer': 'Yes, behind the hall' });
    await Promise.all([ada.submit(), ada.submit()]);
    expect(bench.sent).toMatchObject([{ to: phone, text: 'Yes, behind the hall' }]);
    const shown = await bench.slack.until(() =>
      sms().find(({ ts, text }) => ts === post.ts && text.includes('behind the hall')),
    );
    expect(shown.text).toContain('Ada');
  });

  test('is marked as handled, and says by whom', async () => {
    const post = await postOf('See you there');
    await ada.pressIn(post, 'Handled');
    const shown = await bench.slack.until(() =>
      sms().find(({ ts, text }) => ts === post.ts && text.includes('Handled by')),
    );
    expect(shown.buttons).not.toContain('Handled');
  });

  test('shows the whole number to the one who asks for it, and notes that', async () => {
    const post = await postOf('Call me');
    await ada.pickIn(post, 'Show number');
    const told = await bench.slack.until(() => ada.ephemerals()[0]);
    expect(told.text).toContain(phone);
    expect(bench.slack.as('ben').ephemerals()).toEqual([]);
    expect(bench.log.some(({ message }) => message === 'A whole number was shown')).toBe(true);
  });

  test('is no business of somebody from another company who shares the channel', async () => {
    const post = await postOf('See you there');
    await bench.slack.as('eve').pressIn(post, 'Handled');
    const told = await bench.slack.until(() => bench.slack.as('eve').ephemerals()[0]);
    expect(told.text).toContain('Only full members of this workspace');
    expect((await bench.store.conversations.ofCampaign(null)).map(({ status }) => status)).toEqual(['open']);
  });

  test('opts the person out from its menu, after which no answer leaves', async () => {
    const post = await postOf('Who is this?');
    await ada.pickIn(post, 'Opt out');
    await ada.modal('Opt out');
    await ada.submit();
    await bench.slack.until(() => sms().find(({ ts, edited }) => ts === post.ts && edited));
    expect(bench.store.suppressions.blocks(phone)).toBe(true);
  });

  test('that may be an opt-out is decided by a person', async () => {
    const post = await postOf('STOP asking, yes I will come');
    expect(bench.store.suppressions.blocks(phone)).toBe(true);
    await ada.pressIn(post, 'Keep texting');
    await bench.slack.until(() => sms().find(({ ts, buttons }) => ts === post.ts && !buttons.includes('Keep texting')));
    expect(bench.store.suppressions.blocks(phone)).toBe(false);
  });

  test('mentions nobody and links nowhere, whatever it says', async () => {
    const post = await postOf('<!channel> <https://evil.example|win> & *bold*');
    expect(JSON.stringify(post.blocks)).not.toContain('"type":"broadcast"');
    expect(JSON.stringify(post.blocks)).not.toContain('"type":"link"');
  });

  test('takes as long as it takes to answer: the window says so, then that it is done', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await beginAgain({
      send: async () => {
        await gate;
        return { kind: 'accepted', messageId: 'm1' };
      },
    });
    const post = await postOf('Hello?');
    await ada.pressIn(post, 'Reply');
    await ada.modal('Reply by SMS');
    await ada.fill({ 'Your answer': 'Yes' });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    expect(ada.openModal()?.title).toBe('Working on it');
    release();
    await ada.modal('Done');
  });
});
