import { afterEach, describe, expect, test } from 'vitest';
import { realClock } from '../../../playground/clock.ts';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { draftBy, submit } from '../campaigns.ts';
import { type Bench, type BenchOptions, startBench } from '../slack-bench.ts';

const pressAgain = 'That took too long: press it again.';

let bench: Bench;
let ada: Person;
async function begin(options: BenchOptions = {}) {
  bench = await startBench(options);
  ada = bench.slack.as('ada');
}
afterEach(async () => {
  expect(bench.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  await bench.close();
});

/** Three seconds pass before anybody can have answered. */
const hurried = { slack: { clock: { ...realClock(), now: Date.now, steadyNow: () => performance.now() * 100_000 } } };
const refusing = (method: string, error: string) => bench.slack.trouble({ method, kind: 'refuse', error });

const aDraft = () => draftBy(bench, UserId.parse('U0ADA'), { name: 'Reunion' });

async function aReviewCard() {
  await submit(bench, await aDraft());
  return bench.slack.until(() => bench.slack.channel('sms').messages()[0]);
}

const lastTo = (person: Person) => bench.slack.until(() => person.ephemerals().at(-1)?.text);
const directTo = (person: Person) => bench.slack.until(() => person.dms().at(-1)?.text);

describe('a window that Slack does not open any more', () => {
  test('after a command is told to the person', async () => {
    await begin(hurried);
    await ada.command('/sms-campaign');
    expect(await lastTo(ada)).toBe(pressAgain);
  });

  test('after the shortcut is told in a direct message', async () => {
    await begin(hurried);
    await ada.shortcut('new_campaign');
    expect(await directTo(ada)).toBe(pressAgain);
  });

  test('after a button in a channel is told to the person only', async () => {
    await begin(hurried);
    const card = await aReviewCard();
    const ben = bench.slack.as('ben');
    await ben.pressIn(card, 'Review');
    expect(await lastTo(ben)).toBe(pressAgain);
    expect(bench.slack.channel('sms').messages()).toHaveLength(1);
  });

  test('nor why not, is told all the same', async () => {
    await begin({ ...hurried, roles: { approvers: ['U0BEN'] } });
    const card = await aReviewCard();
    const cleo = bench.slack.as('cleo');
    await cleo.pressIn(card, 'Review');
    expect(await lastTo(cleo)).toContain('not on the list of people who can approve campaigns');
  });

  test.each(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'trigger_expired'])(
    'because of %s is no bug',
    async (code) => {
      await begin();
      refusing('views.open', code);
      await ada.command('/sms-campaign');
      expect(await lastTo(ada)).toBe(pressAgain);
    },
  );
});

describe('a window that is not what it was', () => {
  async function openPreview() {
    const { id } = await aDraft();
    await ada.command('/sms-campaign', `status ${id}`);
    await ada.modal('Check your campaign');
  }

  test('says so on top of it', async () => {
    await begin();
    await openPreview();
    refusing('views.update', 'hash_conflict');
    await ada.press('Edit');
    expect((await ada.modal('That did not work')).text).toContain(pressAgain);
  });

  test.each([
    ['views.update', 'Edit'],
    ['views.push', 'Send test to me'],
  ])('%s of one that was closed is told in a direct message', async (method, button) => {
    await begin();
    await openPreview();
    refusing(method, 'not_found');
    refusing('views.push', 'not_found');
    await ada.press(button);
    expect(await directTo(ada)).toBe('This window was closed or has changed meanwhile: open it again.');
  });

  test('says that too many lie on top of each other', async () => {
    await begin();
    await openPreview();
    refusing('views.push', 'push_limit_reached');
    await ada.press('Send test to me');
    expect((await ada.modal('That did not work')).text).toContain('close one and press it again');
  });
});

test('an answer to an address that Slack takes no more becomes a direct message', async () => {
  await begin();
  refusing('views.open', 'expired_trigger_id');
  bench.slack.trouble({ method: 'response_url', kind: '500' });
  await ada.command('/sms-campaign');
  expect(await directTo(ada)).toBe(pressAgain);
});
