import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../playground/slack/people/person.ts';
import type { MessageShown } from '../../playground/slack/people/shown.ts';
import { cardsOf } from './cards.ts';
import type { AckWorld } from './world.ts';

/** How long each press of a kind took to be acknowledged, and to show something else; and how many did neither. */
export type Acks = { what: string; ms: number[]; shownMs: number[]; failed: number };

type Press = {
  what: string;
  prepare?: () => Promise<unknown>;
  act: () => Promise<{ ok: boolean } | { result: string }>;
  /** What the agent has before them; left out where nothing need change. */
  look?: () => string;
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
    if (cleo.openModal()?.submit === 'Send and next') return;
    await away(cleo);
    await cleo.pressIn(cardWith('Answer replies'), 'Answer replies');
    await shows(cleo, 'Send and next');
  };
  const modal = () => `${cleo.openModal()?.title} ${cleo.openModal()?.text}`;
  const answers = () => String(cleo.ephemerals().length);
  const number = vonage.phones[0]!.number;
  const presses: Press[] = [
    {
      what: 'Answer replies',
      prepare: () => away(cleo),
      act: () => cleo.pressIn(cardWith('Answer replies'), 'Answer replies'),
      look: modal,
    },
    {
      what: 'Send and next',
      prepare: async () => {
        await inWindow();
        await cleo.fill({ 'Your answer': 'Yes, it is.' });
      },
      act: () => cleo.submit(),
      look: modal,
    },
    { what: 'Handled, next', prepare: inWindow, act: () => cleo.press('Handled, next'), look: modal },
    { what: 'Skip', prepare: inWindow, act: () => cleo.press('Skip'), look: modal },
    {
      what: 'Answer all',
      prepare: () => away(cleo),
      act: () => cleo.pressIn(cardWith('Answer all'), 'Answer all'),
      look: modal,
    },
    {
      what: 'Answer all, Preview',
      prepare: async () => {
        await away(cleo);
        await cleo.pressIn(cardWith('Answer all'), 'Answer all');
        await shows(cleo, 'Preview');
        await cleo.fill({ 'Your answer': 'Yes, do.' });
      },
      act: () => cleo.submit(),
      look: modal,
    },
    {
      what: 'Show of a group',
      prepare: () => away(cleo),
      act: () => cleo.pressIn(cardWith('Answer all'), 'Show'),
      look: modal,
    },
    { what: 'Home opened', act: () => cleo.openHome().then(() => ({ ok: true })) },
    {
      what: '/sms-campaign answer',
      prepare: () => away(cleo),
      act: () => cleo.command('/sms-campaign', 'answer'),
      look: modal,
    },
    { what: '/sms-campaign why', act: () => cleo.command('/sms-campaign', `why +${number}`), look: answers },
  ];
  const acks: Acks[] = [];
  for (const press of presses) acks.push(await measured(press, times));
  return acks;
}

async function measured({ what, prepare, act, look }: Press, times: number): Promise<Acks> {
  const acks: Acks = { what, ms: [], shownMs: [], failed: 0 };
  for (let time = 0; time < times; time += 1) {
    await prepare?.();
    const before = look?.();
    const startedMs = performance.now();
    const outcome = await act();
    acks.ms.push(performance.now() - startedMs);
    if ('ok' in outcome ? !outcome.ok : outcome.result === 'failed') acks.failed += 1;
    else if (look) acks.shownMs.push(await untilOther(look, before, startedMs));
    await sleep(300);
  }
  return acks;
}

/** Milliseconds since the press until something else stands there. */
async function untilOther(look: () => string, before: string | undefined, sinceMs: number): Promise<number> {
  while (look() === before && performance.now() < sinceMs + windowMs) await sleep(5);
  return performance.now() - sinceMs;
}

/** The window with that submit button. */
async function shows(person: Person, submit: string): Promise<void> {
  for (const end = performance.now() + windowMs; performance.now() < end; await sleep(10)) {
    if (person.openModal()?.submit === submit) return;
  }
  throw new Error(`The window with “${submit}” did not come: ${person.openModal()?.text}`);
}

async function away(person: Person): Promise<void> {
  if (person.openModal()) await person.dismiss();
}
