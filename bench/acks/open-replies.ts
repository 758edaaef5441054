import { setTimeout as sleep } from 'node:timers/promises';
import { cardsOf } from './cards.ts';
import type { AckWorld } from './world.ts';

const within = { timeoutMs: 120_000 };
const things = ['a friend', 'our dog', 'cake', 'the children', 'chairs'];

/** A campaign to so many people, all of whom write: half in words of their own, half what many others write. */
export async function openReplies(world: AckWorld, people: number): Promise<void> {
  const { slack, vonage } = world;
  await approveCampaign(world, people);
  const texted = () => vonage.phones.filter(({ messages }) => messages.length > 0);
  await until(() => texted().length >= people, 'everybody has been texted');
  console.log(`${people} people are texted; all of them write now.`);
  for (const [no, phone] of texted().entries()) {
    phone.text(no % 2 === 0 ? `Is seat ${no} mine on Saturday?` : `May we bring ${things[no % things.length]}?`);
    // Phones are not all of one mind: about 200 a second.
    if (no % 10 === 9) await sleep(50);
  }
  await until(() => vonage.webhooks.every(({ state }) => state !== 'trying'), 'every text is taken');
  const waits = () => cardsOf(slack).some(({ buttons }) => buttons.includes('Answer all'));
  console.log('Every text is taken; a group gets its card.');
  await until(waits, 'a group has its card');
}

async function approveCampaign({ slack }: AckWorld, people: number): Promise<void> {
  const [ada, ben] = [slack.as('ada'), slack.as('ben')];
  const list = [
    'Mobile,First name',
    ...Array.from({ length: people }, (_, no) => `+1201${2_000_000 + no},Person${no}`),
  ];
  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal(), { ...within, what: 'the form' });
  await ada.fill({
    'Campaign name': 'Open evening',
    'Recipients (CSV file)': { name: 'people.csv', content: list.join('\n') },
    Message: 'Hi {{first_name}}, will you come? Reply STOP to opt out.',
    'Batch size': String(people),
    Every: '1m',
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': '10000',
  });
  const checked = await ada.submit();
  if ('errors' in checked && Object.keys(checked.errors ?? {}).length > 0)
    throw new Error(`The form was refused: ${JSON.stringify(checked.errors)}`);
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', { ...within, what: 'the preview' });
  await ada.submit();
  if (ada.openModal()) await ada.dismiss();
  const review = () => cardsOf(slack).find(({ buttons }) => buttons.includes('Review'));
  await ben.pressIn(await slack.until(review, { ...within, what: 'the review card' }), 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { ...within, what: 'the review' });
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  if (ben.openModal()) await ben.dismiss();
}

async function until(isTrue: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + 600_000; performance.now() < end; await sleep(200)) {
    if (isTrue()) return;
  }
  throw new Error(`Not within ten minutes: ${what}`);
}
