import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';

/** Ada, who is an admin, makes a key in the channel. Resolves with what she is shown once. */
export async function makeKey(slack: LocalSlack, typed = 'keys add CRM'): Promise<string> {
  const ada = slack.as('ada');
  await ada.command('/sms-campaign', typed);
  const shown = await slack.until(() => ada.ephemerals().find(({ text }) => text.includes('trickle_')), {
    timeoutMs: 30_000,
    what: 'the key',
  });
  return /trickle_[a-z2-9]{8}_[\w-]{43}/.exec(shown.text)![0];
}

/** Ben approves what the card asks for. A campaign of few people may be over before anybody could press Pause. */
export async function release(slack: LocalSlack, card: MessageShown): Promise<void> {
  const ben = slack.as('ben');
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { timeoutMs: 30_000, what: 'the review' });
  await ben.fill({ 'Nobody said how these people agreed': true });
  await ben.submit();
}
