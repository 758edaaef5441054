import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';

/** The number of the n-th person of a made-up list. */
export function phoneOf(index: number): string {
  return `+1201555${String(100 + index).padStart(4, '0')}`;
}

export type StoryOptions = { recipients?: number; batchSize?: number; every?: string; message?: string; hold?: string };

/** Ada writes a campaign and Ben approves it, as people do. Resolves with the campaign's message in the channel. */
export async function approveCampaign(slack: LocalSlack, options: StoryOptions = {}): Promise<MessageShown> {
  const [ada, ben] = [slack.as('ada'), slack.as('ben')];
  const numbers = Array.from({ length: options.recipients ?? 10 }, (_, index) => phoneOf(index + 1));

  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal());
  await ada.fill({
    'Campaign name': 'Spring survey',
    'Or paste recipients': numbers.join('\n'),
    Message: options.message ?? 'How was your visit? Reply STOP to opt out.',
    'Batch size': String(options.batchSize ?? 5),
    Every: options.every ?? '1s',
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': options.hold ?? '10',
  });
  await ada.submit();
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', { what: 'the preview' });
  await ada.submit();

  const card = await slack.until(() => newest(slack, 'Review'), { what: 'the review card' });
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { what: 'the review' });
  await ben.submit();
  return slack.until(() => newest(slack, 'Pause'), { what: "the campaign's message" });
}

function newest(slack: LocalSlack, button: string): MessageShown | undefined {
  return slack
    .channel('sms')
    .messages()
    .findLast(({ buttons }) => buttons.includes(button));
}
