import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';

/** The number of the n-th person of a made-up list. */
export function phoneOf(index: number): string {
  return `+1201555${String(100 + index).padStart(4, '0')}`;
}

export type StoryOptions = {
  recipients?: number;
  numbers?: readonly string[];
  batchSize?: number;
  every?: string;
  message?: string;
  hold?: string;
};

/** Ada writes a campaign and Ben approves it, as people do. Resolves with the campaign's message in the channel. */
export async function approveCampaign(slack: LocalSlack, options: StoryOptions = {}): Promise<MessageShown> {
  return approve(slack, await submitCampaign(slack, options));
}

/** Ada writes a campaign and submits it. Resolves with the card that asks for a review. */
export async function submitCampaign(slack: LocalSlack, options: StoryOptions = {}): Promise<MessageShown> {
  const ada = slack.as('ada');
  const numbers = options.numbers ?? Array.from({ length: options.recipients ?? 10 }, (_, index) => phoneOf(index + 1));

  // A card of before may come back to life meanwhile: after a restore its campaign waits for an approval again.
  const before = new Set(
    slack
      .channel('sms')
      .messages()
      .map(({ ts }) => ts),
  );
  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal()?.submit === 'Preview', { timeoutMs: 30_000, what: 'the form' });
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
  await slack.until(() => ada.openModal()?.submit === 'Submit for approval', {
    timeoutMs: 30_000,
    what: 'the preview',
  });
  await ada.submit();

  const card = () => {
    const shown = newest(slack, 'Review');
    return shown && !before.has(shown.ts) ? shown : undefined;
  };
  return slack.until(card, { timeoutMs: 30_000, what: 'the review card' });
}

/** Ben approves what the card asks for. Resolves with the campaign's message. */
export async function approve(slack: LocalSlack, card: MessageShown): Promise<MessageShown> {
  const ben = slack.as('ben');
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { timeoutMs: 30_000, what: 'the review' });
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
  return slack.until(() => newest(slack, 'Pause'), { timeoutMs: 30_000, what: "the campaign's message" });
}

/** The newest message in the channel that has this button. */
export function newest(slack: LocalSlack, button: string): MessageShown | undefined {
  return slack
    .channel('sms')
    .messages()
    .findLast(({ buttons }) => buttons.includes(button));
}
