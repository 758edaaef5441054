import type { LocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import type { WorldClock } from '../../playground/world-clock.ts';
import { type Written, whatTheyWrite } from './what-they-write.ts';

/** Somebody on the campaign's list, and what becomes of them. */
export type Member = {
  readonly name: string;
  /** Without +, as the phones have it. */
  readonly phone: string;
  /** Undefined: they never write. */
  readonly writes: (Written & { readonly afterMs: number }) | undefined;
  wroteAtMs?: number;
  /** When an agent decided about them in the window Answer replies, or handled them with others. */
  decidedAtMs?: number;
  decidedIn?: 'window' | 'group';
  /** The program took the text for a possible opt-out, and the agent kept texting them. */
  wasDoubted?: boolean;
};

export type Crowd = {
  readonly members: readonly Member[];
  /** As the form takes it. */
  readonly list: string;
  byName(name: string): Member | undefined;
  /** Those who wrote the same, whatever the spelling. */
  whoSaid(text: string): Member[];
  haveAllWritten(): boolean;
};

/** Of a hundred people. */
const whoAnswer = 40;
/** After the campaign's text: at least and at most. */
const answerMs = [20_000, 300_000] as const;

const firstNames = 'Alma,Bruno,Carla,David,Emma,Felix,Greta,Hugo,Ines,Jonas,Kira,Leo,Mara,Nico,Olga,Paul'.split(',');

export function createCrowd(people: number, random: () => number): Crowd {
  const texts = whatTheyWrite(Math.round((people * whoAnswer) / 100), random);
  const order = shuffled(people, random);
  const members = Array.from({ length: people }, (_, no): Member => {
    const written = texts[order[no] ?? people];
    const afterMs = answerMs[0] + random() * (answerMs[1] - answerMs[0]);
    return {
      name: `${firstNames[no % firstNames.length]} ${no + 1}`,
      phone: `1201555${1_000 + no}`,
      writes: written && { ...written, afterMs },
    };
  });
  const names = new Map(members.map((member) => [member.name, member]));
  const writers = members.filter(({ writes }) => writes);
  return {
    members,
    list: `phone,first_name\n${members.map(({ phone, name }) => `+${phone},${name}\n`).join('')}`,
    byName: (name) => names.get(name),
    whoSaid: (text) => writers.filter(({ writes }) => bare(writes?.text ?? '') === bare(text)),
    haveAllWritten: () => writers.every(({ wroteAtMs }) => wroteAtMs !== undefined),
  };
}

/** Everybody who writes does so once, some time after the campaign's text has come. */
export function letThemWrite({ members }: Crowd, vonage: LocalVonage, clock: WorldClock): () => void {
  const silent = new Set(members.filter(({ writes }) => writes));
  return vonage.onChange(() => {
    for (const member of silent) {
      const phone = vonage.phone(member.phone);
      if (phone.messages.length === 0 || !member.writes) continue;
      silent.delete(member);
      const { text, afterMs } = member.writes;
      clock.after(afterMs, () => {
        member.wroteAtMs = clock.nowMs();
        phone.text(text);
      });
    }
  });
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
}

function shuffled(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, no) => no);
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
