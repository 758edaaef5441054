import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { Person } from '../../playground/slack/people/person.ts';
import { type MessageShown, showMessage, type ViewShown } from '../../playground/slack/people/shown.ts';
import type { LocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import type { WorldClock } from '../../playground/world-clock.ts';
import type { Crowd, Member } from './crowd.ts';
import { type Decision, foreseen } from './what-they-write.ts';

/** What both agents have before them. */
export type Work = {
  readonly slack: LocalSlack;
  readonly vonage: LocalVonage;
  readonly clock: WorldClock;
  readonly crowd: Crowd;
  /** The campaign's message in the channel, which is the head of its thread. */
  readonly campaignTs: string;
  /** Groups that an agent has taken on, by the stamp of their card: the other one leaves them alone. */
  readonly taken: Set<string>;
  /** How many agents have a reply before them in the window. */
  inHands: number;
  /** By what was pressed. */
  readonly presses: Map<string, number>;
};

/** The window takes along whoever wrote the same; an answer to so many is looked at first, in the preview of their card. */
const worthACard = 10;

const channel = 'C0SMS';
/** Of real time: how far a message's edit may come behind. */
const settlingMs = 2_000;
/** How long a person takes, of the world's time: to read and decide, to type, to look at the channel again. */
const handMs = { decide: 4_000, type: 8_000, look: 20_000 } as const;

/** An agent's shift: large groups first, then Answer replies, until everybody has written and nobody waits. */
export async function workThrough(work: Work, person: Person): Promise<void> {
  for (;;) {
    const card = groupThatWaits(work, worthACard);
    if (card) await treatGroup(work, person, card);
    else if (waitingOf(work) > work.inHands) await goThrough(work, person);
    else if (await isAllDone(work)) return;
    if (groupThatWaits(work, worthACard)) continue;
    await work.clock.sleep(handMs.look);
  }
}

/** Everybody who writes has written, and the program has it. */
export function isAllTaken({ crowd, vonage }: Pick<Work, 'crowd' | 'vonage'>): boolean {
  return crowd.haveAllWritten() && vonage.webhooks.every(({ state }) => state !== 'trying');
}

/** The program's figure comes a little behind: it has to stay at none. */
async function isAllDone(work: Work): Promise<boolean> {
  for (let look = 0; look < 10; look += 1) {
    if (!isAllTaken(work) || waitingOf(work) > 0 || groupThatWaits(work, 1)) return false;
    await work.clock.real.sleep(settlingMs / 10);
  }
  return true;
}

/** The campaign's message as it stands. */
export function inSlack({ slack, campaignTs }: Work): MessageShown {
  const message = slack.state.messages.find((one) => one.ts === campaignTs && one.channel === channel);
  if (!message) throw new Error("The campaign's message is gone.");
  return shownAlone(slack, message);
}

/** The first in the campaign's thread that is meant. */
export function findInThread(
  { slack, campaignTs }: Work,
  isMeant: (card: MessageShown) => boolean,
): MessageShown | undefined {
  for (const message of slack.state.messages) {
    if (message.thread_ts !== campaignTs) continue;
    const card = shownAlone(slack, message);
    if (isMeant(card)) return card;
  }
  return undefined;
}

/** Without its thread, which takes long to show where many wrote. */
function shownAlone({ state }: LocalSlack, message: LocalSlack['state']['messages'][number]): MessageShown {
  return showMessage({ ...state, messages: [message] }, message);
}

/** "25 replied (3 unanswered)": how many the campaign's message says. */
export function waitingOf(work: Work): number {
  return Number(/\(([\d,]+) unanswered\)/.exec(inSlack(work).text)?.[1]?.replaceAll(',', '') ?? 0);
}

/** The first group of at least so many that the other agent has not taken on. */
function groupThatWaits(work: Work, atLeast: number): MessageShown | undefined {
  return findInThread(
    work,
    ({ ts, buttons, text }) =>
      buttons.includes('Answer all') && !work.taken.has(ts) && Number.parseInt(text.replace(',', ''), 10) >= atLeast,
  );
}

async function treatGroup(work: Work, person: Person, { ts, text }: MessageShown): Promise<void> {
  const { crowd, clock, taken } = work;
  taken.add(ts);
  try {
    const said = crowd.whoSaid(/wrote “(.*?)”/.exec(text)?.[1] ?? '');
    const decision = said[0]?.writes?.decision;
    if (!decision) throw new Error(`Nobody wrote what this card tells: ${text}`);
    await clock.sleep(handMs.decide);
    // A colleague in the window may have come to the last of them meanwhile.
    const card = findInThread(work, (one) => one.ts === ts && one.buttons.includes('Answer all'));
    if (!card) return;
    if (decision.kind === 'handled') await handleAll(work, person, card, said);
    else await answerAll(work, person, card, decision);
  } finally {
    taken.delete(ts);
  }
}

async function answerAll(work: Work, person: Person, card: MessageShown, decision: Decision): Promise<void> {
  const { slack, clock } = work;
  await pressing(work, 'Answer all', person.pressIn(card, 'Answer all'));
  await person.modal('Answer all');
  if (decision.kind === 'canned')
    await choose(work, person, 'Canned answer', `${decision.label}: ${foreseen.canned[decision.label]}`);
  if (decision.kind === 'typed') await typing(work, person, decision.text);
  await pressing(work, 'Preview', person.submit());
  const { submit } = await person.modal('Check the answer');
  await clock.sleep(handMs.decide);
  if (submit.startsWith('Send to')) {
    const { result } = await pressing(work, 'Send to all', person.submit());
    if (result === 'cleared') await slack.until(() => !person.openModal(), { what: 'the end of the answer to all' });
  }
  if (person.openModal()) await person.dismiss();
}

/** Slack asks whether they are sure: that is a press more. */
async function handleAll(work: Work, person: Person, card: MessageShown, said: readonly Member[]): Promise<void> {
  const atMs = work.clock.nowMs();
  await pressing(work, 'All handled', person.pressIn(card, 'All handled'));
  await pressing(work, 'All handled: sure', Promise.resolve());
  noteHandled(work, said, atMs);
}

/** Those of them who had written by then. */
function noteHandled({ clock }: Work, said: readonly Member[], atMs: number): void {
  for (const member of said) {
    if (member.wroteAtMs === undefined || member.wroteAtMs > atMs) continue;
    member.decidedIn ??= 'group';
    member.decidedAtMs ??= clock.nowMs();
  }
}

/** The window Answer replies, until nothing waits or the thread has a group to take together. */
async function goThrough(work: Work, person: Person): Promise<void> {
  work.inHands += 1;
  await pressing(work, 'Answer replies', person.pressIn(inSlack(work), 'Answer replies'));
  let window = await person.modal('Answer replies');
  while (window.submit !== '') {
    const before = window.text;
    await decideOne(work, person, before);
    window = await otherThan(work, person, before);
    if (groupThatWaits(work, worthACard)) break;
  }
  await pressing(work, 'Close', person.close());
  work.inHands -= 1;
}

function otherThan({ slack }: Work, person: Person, before: string): Promise<ViewShown> {
  const changed = () => {
    const open = person.openModal();
    return open && open.text !== before && open;
  };
  return slack.until(changed, { what: `another window than: ${before}` });
}

async function decideOne(work: Work, person: Person, shown: string): Promise<void> {
  const { crowd, clock } = work;
  const name = [...shown.matchAll(/(\p{Lu}\p{Ll}+ \d+) \(••••/gu)].at(-1)?.[1] ?? '';
  const member = crowd.byName(name);
  const decision = member?.writes?.decision;
  if (!member || !decision) throw new Error(`Nobody knows who this is: ${shown}`);
  await clock.sleep(handMs.decide);
  if (person.openModal()?.buttons.includes('Keep texting')) {
    member.wasDoubted = true;
    await pressing(work, 'Keep texting', person.press('Keep texting'));
    await otherThan(work, person, shown);
  }
  const areOthersAlong = await takeOthersAlong(work, person, decision);
  const atMs = clock.nowMs();
  if (decision.kind === 'handled' && !decision.outcome) {
    await pressing(work, 'Handled, next', person.press('Handled, next'));
  } else if (decision.kind === 'canned') {
    await pressing(work, 'A canned answer', person.press(decision.label));
  } else {
    if (decision.kind === 'typed') await typing(work, person, decision.text);
    else await choose(work, person, 'Outcome', decision.outcome ?? '');
    await pressing(work, 'Send and next', person.submit());
  }
  const isLate = person.openModal()?.text.includes('meanwhile') ?? false;
  if (isLate) return;
  member.decidedIn = 'window';
  member.decidedAtMs = clock.nowMs();
  if (areOthersAlong && decision.kind === 'handled') noteHandled(work, crowd.whoSaid(member.writes?.text ?? ''), atMs);
}

/** Whoever wrote the same gets the same, unless an outcome is to be set, which is for one person. */
async function takeOthersAlong(work: Work, person: Person, decision: Decision): Promise<boolean> {
  const box = Object.keys(person.openModal()?.inputs ?? {}).find((label) => / others? wrote the same$/.test(label));
  if (!box || (decision.kind === 'handled' && decision.outcome)) return false;
  await pressing(work, 'Do the same for them', person.fill({ [box]: true }));
  return true;
}

async function choose(work: Work, person: Person, field: string, option: string): Promise<void> {
  await pressing(work, `Choose: ${field}`, person.fill({ [field]: option }));
}

async function typing({ clock }: Work, person: Person, text: string): Promise<void> {
  await clock.sleep(handMs.type);
  await person.fill({ 'Your answer': text });
}

/** Every button, choice and submit is one press. */
async function pressing<T>({ presses }: Work, what: string, act: Promise<T>): Promise<T> {
  presses.set(what, (presses.get(what) ?? 0) + 1);
  return act;
}
