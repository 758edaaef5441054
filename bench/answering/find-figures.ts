import type { LocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import type { Crowd, Member } from './crowd.ts';
import { foreseen } from './what-they-write.ts';

/** What a run came to. Presses leave STOPs aside: nobody has to press for them, then as now. */
export type Figures = {
  readonly replies: number;
  readonly stops: number;
  readonly counted: number;
  readonly inGroups: number;
  readonly oneByOne: number;
  readonly pressesBefore: number;
  readonly pressesNow: number;
  /** The same by what was pressed, the most first. */
  readonly pressed: readonly (readonly [what: string, times: number])[];
  /** Of those who needed a person, in the world's time. */
  readonly longestWaitMs: number;
  /** What must never be, a sentence each. */
  readonly broken: readonly string[];
};

type Ending = 'silent' | 'stopped' | 'counted' | 'in a group' | 'one by one' | 'left waiting';

type Ended = {
  member: Member;
  how: Ending;
  texts: readonly string[];
  answers: readonly { text: string; at: number }[];
};

/** Reads the run from the phones, which are what people see; from the agents comes only where they decided. */
export function findFigures(crowd: Crowd, vonage: LocalVonage, presses: ReadonlyMap<string, number>): Figures {
  const all = crowd.members.map((member) => endOf(member, vonage));
  const ended = (how: Ending) => all.filter((one) => one.how === how).length;
  const waits = all.map(waitedMs);
  return {
    replies: all.length - ended('silent'),
    stops: ended('stopped'),
    counted: ended('counted'),
    inGroups: ended('in a group'),
    oneByOne: ended('one by one'),
    pressesBefore: all.reduce((sum, one) => sum + pressesBefore(one), 0),
    pressesNow: [...presses.values()].reduce((sum, times) => sum + times, 0),
    pressed: [...presses].sort(([, a], [, b]) => b - a),
    longestWaitMs: Math.max(0, ...waits),
    broken: all.flatMap(whatIsBroken),
  };
}

function endOf(member: Member, vonage: LocalVonage): Ended {
  const { messages } = vonage.phone(member.phone);
  const wroteAt = messages.findIndex(({ direction }) => direction === 'sent');
  const received = messages.filter(({ direction }) => direction === 'received');
  const answers = wroteAt < 0 ? [] : messages.slice(wroteAt).filter(({ direction }) => direction === 'received');
  return { member, how: howEnded(member, answers.length), texts: received.map(({ text }) => text), answers };
}

function howEnded({ writes, decidedIn }: Member, answers: number): Ending {
  if (!writes) return 'silent';
  if (writes.what === 'stop') return 'stopped';
  if (decidedIn === 'window') return 'one by one';
  if (decidedIn === 'group') return 'in a group';
  if (writes.what === 'plain') return 'counted';
  return answers > 0 ? 'in a group' : 'left waiting';
}

/** The same decisions on each reply's own card: Reply and Send for whoever got a text, Handled for the others. */
function pressesBefore({ member, how, answers }: Ended): number {
  if (how === 'silent' || how === 'stopped') return 0;
  return (member.wasDoubted ? 1 : 0) + (answers.length > 0 ? 2 : 1);
}

function waitedMs({ member, how, answers }: Ended): number {
  if (how !== 'in a group' && how !== 'one by one') return 0;
  const endedAtMs = answers[0]?.at ?? member.decidedAtMs;
  return endedAtMs === undefined || member.wroteAtMs === undefined ? 0 : endedAtMs - member.wroteAtMs;
}

function whatIsBroken(ended: Ended): string[] {
  const { member, how, texts, answers } = ended;
  const { name, writes } = member;
  const wrote = writes ? `“${writes.text}”` : 'nothing';
  const said = `${name}, who wrote ${wrote},`;
  const wanted = wantedText(ended);
  return [
    ...(how === 'left waiting' ? [`${said} was left waiting.`] : []),
    ...(texts.length - answers.length !== 1
      ? [`${said} got the campaign’s text ${texts.length - answers.length} times.`]
      : []),
    ...(how === 'stopped' && answers.length > 0 ? [`${said} was texted after that.`] : []),
    ...(answers.length > 1 ? [`${said} was answered ${answers.length} times.`] : []),
    ...(wanted !== answers[0]?.text && how !== 'counted' && how !== 'stopped'
      ? [`${said} was to get “${wanted ?? ''}” and got “${answers[0]?.text ?? ''}”.`]
      : []),
  ];
}

function wantedText({ member: { writes } }: Ended): string | undefined {
  const decision = writes?.decision;
  if (decision?.kind === 'typed') return decision.text;
  return decision?.kind === 'canned' ? foreseen.canned[decision.label] : undefined;
}
