import type { LocalSlack } from '../../playground/slack/local-slack.ts';

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
