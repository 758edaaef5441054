import { expect, test } from 'vitest';
import { PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, leaveFirstInDoubt, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const ada = UserId.parse('U0ADA');
const ben = UserId.parse('U0BEN');

let bench: Bench;
benchForEach((fresh) => {
  bench = fresh;
});

/** A running campaign of which nobody knows whether the first message went out. */
async function anUnconfirmedOne() {
  const campaign = await submit(bench, await draftBy(bench, ada, { hours: 'any time' }));
  await leaveFirstInDoubt(bench, await approve(bench, campaign, ben));
  return campaign.id;
}

const note = () =>
  bench.slack
    .channel('sms')
    .messages()
    .flatMap(({ thread }) => thread)
    .find(({ text }) => text.includes('may or may not'));

test('a person decides about somebody unconfirmed, once, and the note says so', async () => {
  const id = await anUnconfirmedOne();
  const posted = await bench.slack.until(() => note()?.buttons.includes('Do not send again') && note());
  const person = bench.slack.as('ada');
  await Promise.all([person.pressIn(posted, 'Do not send again'), person.pressIn(posted, 'Do not send again')]);
  const decided = await bench.slack.until(() => note()?.buttons.length === 0 && note());
  expect(decided.text).toContain('Decided by @Ada');
  expect(await bench.store.recipients.get(id, 0)).toMatchObject({
    state: 'closed',
    number: PhoneNumber.parse('+12015550150'),
  });
});

test.each(['Send again', 'Do not send again'])(
  'the card calls the admins, and a modal tells whoever else presses %s',
  async (label) => {
    const id = await anUnconfirmedOne();
    const posted = await bench.slack.until(() => note()?.buttons.includes(label) && note());
    expect(posted.text).toContain('@Ada and @Ben: this is for you.');
    const cleo = bench.slack.as('cleo');
    await cleo.pressIn(posted, label);
    const refused = await cleo.modal('Nothing was changed');
    expect(refused.text).toContain('Only an admin can do this: ask Ada or Ben.');
    expect((await bench.store.recipients.get(id, 0))?.state).toBe('unconfirmed');
  },
);

test('a cancel takes Send again off the card, which can still be closed', async () => {
  const id = await anUnconfirmedOne();
  await bench.slack.until(() => note()?.buttons.includes('Send again'));
  await bench.services.campaigns.cancel(id, ada);
  const card = await bench.slack.until(() => note()?.buttons.includes('Send again') === false && note());
  expect(card.buttons).toEqual(['Do not send again']);
  expect(card.text).toContain('nothing is sent again');
  await bench.slack.as('ada').pressIn(card, 'Do not send again');
  const decided = await bench.slack.until(() => note()?.buttons.length === 0 && note());
  expect(decided.text).toContain('Nothing is left to decide.');
  expect(decided.text).not.toContain('this is for you');
});
