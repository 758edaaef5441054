import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const phone = PhoneNumber.parse('+12015550150');
const agent = UserId.parse('U0ADA');

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

const sms = () => bench.slack.channel('sms').messages();
const conversation = async () => (await bench.store.conversations.ofCampaign(null))[0]!;

async function cardOf(words: string) {
  await bench.text(phone, words);
  return bench.slack.until(() => sms().find(({ text }) => text.includes(words)), { what: `the text "${words}"` });
}

/** A text that the card does not show yet. */
async function unseen(words: string) {
  bench.pauseClock();
  await bench.edge.idle();
  await bench.text(phone, words);
}

async function optOut(card: Parameters<Person['pickIn']>[0]) {
  await ada.pickIn(card, 'Opt out');
  await ada.modal('Opt out');
  await ada.submit();
}

const refusal = () => bench.slack.until(() => ada.ephemerals().at(-1));

describe('a decision holds for what the card showed', () => {
  test('Keep texting does not release a later text that may be an opt-out', async () => {
    const card = await cardOf('STOP asking, yes I will come');
    await unseen('STOP asking, yes I have a lawyer');
    await ada.pressIn(card, 'Keep texting');
    expect((await refusal()).text).toContain('this person has written again');
    expect((await refusal()).text).toContain('I have a lawyer');
    expect(bench.store.suppressions.blocks(phone)).toBe(true);
    bench.resumeClock();
    const shown = await bench.slack.until(() => sms().find(({ text }) => text.includes('I have a lawyer')));
    await ada.pressIn(shown, 'Keep texting');
    await bench.slack.until(() => sms().some(({ text }) => text.includes('Kept by')));
    expect(bench.store.suppressions.blocks(phone)).toBe(false);
  });

  test('Handled leaves a later text open', async () => {
    const card = await cardOf('See you there');
    await unseen('Wait, one question');
    await ada.pressIn(card, 'Handled');
    expect((await refusal()).text).toContain('Wait, one question');
    expect(await conversation()).toMatchObject({ status: 'open', handledBy: null });
  });

  test('Opt out opts out at once, and leaves a later text open', async () => {
    const card = await cardOf('Who is this?');
    await unseen('And where is my parcel?');
    await optOut(card);
    await expect.poll(() => bench.store.suppressions.blocks(phone)).toBe(true);
    expect(await conversation()).toMatchObject({ status: 'open' });
  });

  test('Opt out does not undo a START that nobody has seen', async () => {
    const card = await cardOf('Who is this?');
    await unseen('START');
    await optOut(card);
    await bench.slack.until(() => ada.openModal()?.text.includes('Nothing was done'));
    expect(bench.store.suppressions.blocks(phone)).toBe(false);
  });

  test('an answer waits when another text came meanwhile: the form shows it and keeps what was typed', async () => {
    const card = await cardOf('Is there parking?');
    await ada.pressIn(card, 'Reply');
    await ada.modal('Reply by SMS');
    await ada.fill({ 'Your answer': 'Yes, behind the hall' });
    await bench.text(phone, 'Never mind, I come by train');
    await ada.submit();
    const again = await ada.modal('Reply by SMS');
    expect(again.text).toContain('Not sent yet.');
    expect(again.text).toContain('Never mind, I come by train');
    expect(bench.sent).toEqual([]);
    await ada.submit();
    await expect.poll(() => bench.sent.map(({ text }) => text)).toEqual(['Yes, behind the hall']);
  });

  test('the same answer pressed twice is one text, and so is the second press after a new text', async () => {
    await cardOf('Is there parking?');
    const { id } = await conversation();
    const answer = { text: 'Yes', by: agent, key: 'V1', seen: 1 };
    await bench.services.inbox.answer(id, answer);
    await bench.text(phone, 'Thanks');
    await bench.services.inbox.answer(id, answer);
    expect(bench.sent).toHaveLength(1);
    await expect(bench.services.inbox.answer(id, { ...answer, key: 'V2' })).rejects.toThrow('has written again');
  });
});

describe('one card for one conversation', () => {
  test('grows with each text while nobody has decided', async () => {
    const card = await cardOf('Hello');
    const grown = await cardOf('Is anybody there?');
    expect(grown.ts).toBe(card.ts);
    expect(grown.text).toContain('Hello');
    expect(sms()).toHaveLength(1);
  });

  test('comes again below when the former one was handled, and the former one shrinks', async () => {
    const card = await cardOf('See you there');
    await ada.pressIn(card, 'Handled');
    await bench.slack.until(() => sms().find(({ text }) => text.includes('Handled by')));
    const next = await cardOf('Wait, one question');
    expect(next.ts).not.toBe(card.ts);
    const former = await bench.slack.until(() =>
      sms().find(({ ts, text }) => ts === card.ts && text.includes('It goes on further down.')),
    );
    expect(former.buttons).toEqual([]);
    expect(former.text).toContain('Handled by @Ada');
  });

  test('opted out by hand says by whom, and offers neither Reply nor Opt out', async () => {
    const card = await cardOf('Who is this?');
    await optOut(card);
    const shown = await bench.slack.until(() => sms().find(({ text }) => text.includes('Opted out by @Ada')));
    expect(shown.buttons).toEqual([]);
  });
});

test('every listener of a card’s button hands over what the card was shown with', async () => {
  const folder = join(import.meta.dirname, '../../../src/slack/listeners');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const sources = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const calls = sources.flatMap((source) => source.match(/inbox(\.(handle|keep|optOut)|\[decision\])\([^;]*;/g) ?? []);
  expect(calls.length).toBeGreaterThanOrEqual(2);
  for (const call of calls) expect(call).toContain('seen');
  const decisions = sources.flatMap(
    (source) => source.match(/campaigns\.(resolveUnconfirmed|sendBack|approve)\([^;]*;/g) ?? [],
  );
  for (const call of decisions) expect(call).toMatch(/attempt|contentHash/);
});
