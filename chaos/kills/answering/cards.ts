import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSlack } from '../../../playground/slack/local-slack.ts';
import type { Person } from '../../../playground/slack/people/person.ts';
import { type MessageShown, showMessage } from '../../../playground/slack/people/shown.ts';

/** As the campaigns foresee it. */
export const foreseen = {
  'Expected answers': 'Comes: yes => Thank you, see you on Friday.',
  'Canned answers': 'Hours: We open at nine.',
};
export const cannedAnswer = foreseen['Canned answers'];

/** A window that does not come sooner is of a program that was struck. */
const patienceMs = 1_500;

export async function soon(condition: () => boolean): Promise<boolean> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(30)) {
    if (condition()) return true;
  }
  return false;
}

export function shows(person: Person, title: string): Promise<boolean> {
  return soon(() => person.openModal()?.title === title);
}

/** Every message with buttons, without its thread. */
export function cardsOf({ state }: LocalSlack): MessageShown[] {
  return state.messages
    .filter(({ blocks }) => blocks?.some(({ type }) => type === 'actions'))
    .map((message) => showMessage({ ...state, messages: [message] }, message));
}

/** From the card to the last press; null for the canned answer. Resolves with what it came to, as far as Slack showed it. */
export async function pressAnswerAll(
  person: Person,
  card: MessageShown,
  typed: string | null,
): Promise<'sent' | 'proposed' | 'nothing'> {
  await person.pressIn(card, 'Answer all');
  if (!(await shows(person, 'Answer all'))) return 'nothing';
  await person.fill(typed === null ? { 'Canned answer': cannedAnswer } : { 'Your answer': typed });
  await person.submit();
  if (!(await shows(person, 'Check the answer'))) return 'nothing';
  const submit = person.openModal()?.submit ?? '';
  if (submit === '') return 'nothing';
  await person.submit();
  return submit.startsWith('Send') ? 'sent' : 'proposed';
}
