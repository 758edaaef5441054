import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../playground/slack/people/person.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';
import { cardsOf } from './cards.ts';
import type { AckWorld } from './world.ts';

/** How long each press of a kind took to be acknowledged, and how many were not. */
export type Acks = { what: string; ms: number[]; failed: number };

type Press = {
  what: string;
  prepare?: () => Promise<unknown>;
  act: () => Promise<{ ok: boolean } | { result: string }>;
};

/** A window may take longer than its ack. */
const windowMs = 20_000;

export async function measureAcks({ slack, vonage }: AckWorld, times: number): Promise<Acks[]> {
  const cleo = slack.as('cleo');
  const cardWith = (button: string): MessageShown => {
    const card = cardsOf(slack).find(({ buttons }) => buttons.includes(button));
    if (!card) throw new Error(`No message has the button “${button}”.`);
    return card;
  };
  const inWindow = async (): Promise<void> => {
    if (cleo.openModal()?.title === 'Answer replies') return;
    await away(cleo);
    await cleo.pressIn(cardWith('Answer replies'), 'Answer replies');
    await shows(cleo, 'Answer replies');
  };
  const number = vonage.phones[0]!.number;
  const presses: Press[] = [
    {
      what: 'Answer replies',
      prepare: () => away(cleo),
      act: () => cleo.pressIn(cardWith('Answer replies'), 'Answer replies'),
    },
    {
      what: 'Send and next',
      prepare: async () => {
        await inWindow();
        await cleo.fill({ 'Your answer': 'Yes, it is.' });
      },
      act: () => cleo.submit(),
    },
    { what: 'Handled, next', prepare: inWindow, act: () => cleo.press('Handled, next') },
    { what: 'Skip', prepare: inWindow, act: () => cleo.press('Skip') },
    { what: 'Answer all', prepare: () => away(cleo), act: () => cleo.pressIn(cardWith('Answer all'), 'Answer all') },
    {
      what: 'Answer all, Preview',
      prepare: async () => {
        await away(cleo);
        await cleo.pressIn(cardWith('Answer all'), 'Answer all');
        await shows(cleo, 'Answer all');
        await cleo.fill({ 'Your answer': 'Yes, do.' });
      },
      act: () => cleo.submit(),
    },
    { what: 'Show of a group', prepare: () => away(cleo), act: () => cleo.pressIn(cardWith('Answer all'), 'Show') },
    { what: 'Handled of a card', prepare: () => away(cleo), act: () => cleo.pressIn(cardWith('Handled'), 'Handled') },
    { what: 'Home opened', act: () => cleo.openHome().then(() => ({ ok: true })) },
    { what: '/sms-campaign answer', prepare: () => away(cleo), act: () => cleo.command('/sms-campaign', 'answer') },
    { what: '/sms-campaign why', act: () => cleo.command('/sms-campaign', `why +${number}`) },
  ];
  const acks: Acks[] = [];
  for (const press of presses) acks.push(await measured(press, times));
  return acks;
}

async function measured({ what, prepare, act }: Press, times: number): Promise<Acks> {
  const acks: Acks = { what, ms: [], failed: 0 };
  for (let time = 0; time < times; time += 1) {
    await prepare?.();
    const startedMs = performance.now();
    const outcome = await act();
    acks.ms.push(performance.now() - startedMs);
    if ('ok' in outcome ? !outcome.ok : outcome.result === 'failed') acks.failed += 1;
    await sleep(300);
  }
  return acks;
}

async function shows(person: Person, title: string): Promise<void> {
  for (const end = performance.now() + windowMs; performance.now() < end; await sleep(10)) {
    if (person.openModal()?.title === title && person.openModal()?.text !== '') return;
  }
  throw new Error(`The window “${title}” did not come: ${person.openModal()?.title}`);
}

async function away(person: Person): Promise<void> {
  if (person.openModal()) await person.dismiss();
}
