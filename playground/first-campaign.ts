import { listOf } from './sample-lists.ts';
import type { LocalSlack } from './slack/local-slack.ts';

/** What Ada writes and Ben approves while the page opens: quick enough to watch, with a low limit for open replies. */
const firstCampaign = { name: 'Welcome evening', people: 60, batchSize: 6, every: '15s', hold: 4 } as const;

/** Ben is the admin here, and this world begins with an empty folder. */
const folderBox = 'This Trickle knows no opt-outs yet: its data folder is new';

const patienceMs = 60_000;

/** Plays the first campaign's way to its approval through the real app, with the same acts that a person has. */
export async function playFirstCampaign(slack: LocalSlack): Promise<void> {
  const ada = slack.as('ada');
  const ben = slack.as('ben');
  const within = { timeoutMs: patienceMs };

  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal()?.title === 'New SMS campaign', { ...within, what: 'the form' });
  await ada.fill({
    'Campaign name': firstCampaign.name,
    'Recipients (CSV file)': { name: 'members.csv', content: listOf(firstCampaign.people) },
    Message:
      'Hi {{first_name|there}}, our welcome evening is on Friday at 7 pm. Will you come? Reply STOP to get no more texts.',
    'Batch size': firstCampaign.batchSize,
    Every: firstCampaign.every,
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': firstCampaign.hold,
  });
  const checked = await ada.submit();
  if (checked.result !== 'updated')
    throw new Error(`The first campaign's form was refused: ${JSON.stringify(checked)}`);
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', { ...within, what: 'the preview' });
  await ada.submit();
  await ada.dismiss();

  const card = await slack.until(
    () =>
      slack
        .channel('sms')
        .messages()
        .find(({ buttons }) => buttons.includes('Review')),
    { ...within, what: 'the review card' },
  );
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { ...within, what: 'the review' });
  await ben.fill({ [folderBox]: true, 'Nobody said how these people agreed': true });
  await ben.submit();
}
