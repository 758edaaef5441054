import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { Person } from '../../playground/slack/people/person.ts';
import { foreseen, soon } from './answering/cards.ts';

/** A campaign as its author types it. */
export type Wish = { name: string; sender: string; numbers: readonly string[]; batchSize: number };

const within = { timeoutMs: 60_000 };

/** Ada fills in the form and submits it for approval. */
export async function submitCampaign(slack: LocalSlack, { name, sender, numbers, batchSize }: Wish): Promise<void> {
  const ada = slack.as('ada');
  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal()?.title === 'New SMS campaign', { ...within, what: 'the form' });
  await ada.fill({
    'Campaign name': name,
    'Send from': sender,
    'Recipients (CSV file)': { name: 'people.csv', content: listOf(numbers) },
    Message: 'Hi {{first_name|there}}, how was your visit? Reply STOP to opt out.',
    'Batch size': String(batchSize),
    Every: '1s',
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': '10000',
  });
  await ada.press('More settings');
  await slack.until(() => ada.openModal()?.submit === 'Done', { ...within, what: 'More settings' });
  await ada.fill(foreseen);
  await submitAgain(ada);
  await slack.until(() => ada.openModal()?.title === 'New SMS campaign', { ...within, what: 'the form again' });
  await ada.submit();
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', { ...within, what: 'the preview' });
  await ada.submit();
  if (ada.openModal()) await ada.dismiss();
}

/** Slack waits three seconds for an answer; a person whom it tells of trouble presses again. */
async function submitAgain(person: Person): Promise<void> {
  for (let presses = 0; presses < 5 && (await person.submit()).result === 'trouble'; presses += 1);
}

const newFolderBox = 'This Trickle knows no opt-outs yet: its data folder is new';

/** Ben finds its card in the channel, and approves it. */
export async function approveCampaign(slack: LocalSlack, { name }: Wish): Promise<void> {
  const ben = slack.as('ben');
  const reviewed = () =>
    slack
      .channel('sms')
      .messages()
      .find(({ buttons, text }) => buttons.includes('Review') && text.includes(name));
  await ben.pressIn(await slack.until(reviewed, { ...within, what: 'the review card' }), 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { ...within, what: 'the review' });
  // Ben is the admin, and this world begins with an empty folder.
  if (newFolderBox in (ben.openModal()?.inputs ?? {})) await ben.fill({ [newFolderBox]: true });
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  if (ben.openModal()) await ben.dismiss();
}

/** Ben asks for it, and presses Cancel under the question, until it is done. */
export async function cancel(slack: LocalSlack, name: string): Promise<void> {
  const ben = slack.as('ben');
  for (let tries = 0; tries < 10; tries += 1) {
    const before = ben.ephemerals().length;
    await ben.command('/sms-campaign', `cancel ${name}`);
    const said = () => ben.ephemerals().slice(before);
    const asked = () => said().find(({ buttons, text }) => buttons.includes('Cancel') && text.includes(name));
    if (!(await soon(() => asked() !== undefined))) continue;
    await ben.pressIn(asked()!, 'Cancel');
    if (await soon(() => said().some(({ text }) => text.includes('is cancelled')))) return;
  }
}

function listOf(numbers: readonly string[]): string {
  return ['First name,Mobile', ...numbers.map((number, index) => `Person${index + 1},${number}`)].join('\n');
}

/** What a person sees who resumes a campaign. */
export type Resumed = { by: 'button' | 'command'; heard: boolean };

/** Ben presses Resume where the channel shows it; otherwise he types the command. */
export async function resume(slack: LocalSlack, name: string): Promise<Resumed> {
  const ben = slack.as('ben');
  const shown = slack
    .channel('sms')
    .messages()
    .find(({ buttons, text }) => buttons.includes('Resume') && text.includes(name));
  const answer = shown ? await ben.pressIn(shown, 'Resume') : await ben.command('/sms-campaign', `resume ${name}`);
  return { by: shown ? 'button' : 'command', heard: answer.ok };
}
