import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import { foreseen } from './what-they-write.ts';

const within = { timeoutMs: 60_000 };

/** The admin is asked it in a review, as this world begins with an empty folder. */
const folderBox = 'This Trickle knows no opt-outs yet: its data folder is new';

/** Ada writes the campaign with what it foresees and Ben approves it, by the forms. Resolves with the message's stamp. */
export async function approveCampaign(slack: LocalSlack, list: string, batchSize: number): Promise<string> {
  const ada = slack.as('ada');
  const ben = slack.as('ben');
  const showsTo = (person: typeof ada, submit: string) =>
    slack.until(() => person.openModal()?.submit === submit, { ...within, what: `a window with “${submit}”` });

  await ada.command('/sms-campaign');
  await showsTo(ada, 'Preview');
  await ada.fill({
    'Campaign name': 'Open evening',
    'Recipients (CSV file)': { name: 'members.csv', content: list },
    Message:
      'Hi {{first_name}}, our open evening is on Friday at 7 pm. Will you come? Reply STOP to get no more texts.',
    'Batch size': batchSize,
    Every: '1m',
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': batchSize,
  });
  await ada.press('More settings');
  await showsTo(ada, 'Done');
  await ada.fill({
    'Expected answers': foreseen.expected,
    'Canned answers': Object.entries(foreseen.canned)
      .map(([label, text]) => `${label}: ${text}`)
      .join('\n'),
    Outcomes: foreseen.outcomes.join('\n'),
  });
  await ada.submit();
  await showsTo(ada, 'Preview');
  const checked = await ada.submit();
  if (checked.result !== 'updated') throw new Error(`The campaign's form was refused: ${JSON.stringify(checked)}`);
  await showsTo(ada, 'Submit for approval');
  await ada.submit();
  await ada.dismiss();

  const withButton = (button: string) =>
    slack.until(
      () =>
        slack
          .channel('sms')
          .messages()
          .find(({ buttons }) => buttons.includes(button)),
      { ...within, what: `a message with “${button}”` },
    );
  await ben.pressIn(await withButton('Review'), 'Review');
  await showsTo(ben, 'Approve');
  await ben.fill({ [folderBox]: true, 'Nobody said how these people agreed': true });
  await ben.submit();
  return (await withButton('Pause')).ts;
}
