import type { RecipientState } from '../../src/domain/recipient/recipient.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { numberOf } from './people.ts';

/** Each person of the list, by what the provider's book and the program's say of them. */
export type Verdict = {
  /** Texted, whatever the program says of them. */
  texted: number;
  /** Not texted, and the program says that it cannot know. */
  inDoubt: number;
  /** Those of the texted of whom the program says so. */
  doubtedButTexted: number;
  leftOut: number;
  twice: number;
  missing: number;
  breaches: string[];
};

/** `state`: undefined where the program's list has nobody at this place. */
export type PersonSeen = { number: string; state: RecipientState | undefined; times: number };

const doubtful = new Set<RecipientState>(['unconfirmed', 'closed']);
const never = new Set<RecipientState>(['skipped', 'rejected']);
const unfinished = new Set<RecipientState>(['queued', 'claimed']);
/** More would tell nobody more. */
const mostNamed = 5;

export function judgeMillion(seen: Iterable<PersonSeen>, people: number, mostInDoubt: number): Verdict {
  const verdict: Verdict = {
    texted: 0,
    inDoubt: 0,
    doubtedButTexted: 0,
    leftOut: 0,
    twice: 0,
    missing: 0,
    breaches: [],
  };
  let unnamed = 0;
  const breach = (sentence: string): void => {
    if (verdict.breaches.length < mostNamed) verdict.breaches.push(sentence);
    else unnamed += 1;
  };
  for (const { number, state, times } of seen) {
    if (times > 1) {
      verdict.twice += 1;
      breach(`${number} was texted ${times} times`);
    }
    if (state !== undefined && unfinished.has(state)) breach(`${number} is ${state} at the end`);
    if (times > 0) {
      verdict.texted += 1;
      if (state !== undefined && doubtful.has(state)) verdict.doubtedButTexted += 1;
      if (state === undefined || never.has(state)) breach(`${number} was texted, and is ${state ?? 'not on the list'}`);
    } else if (state !== undefined && doubtful.has(state)) verdict.inDoubt += 1;
    else if (state !== undefined && never.has(state)) verdict.leftOut += 1;
    else {
      verdict.missing += 1;
      breach(`${number} was not texted, and is ${state ?? 'not on the list'}`);
    }
  }
  if (unnamed > 0) verdict.breaches.push(`and ${unnamed} more of this kind`);
  const sum = verdict.texted + verdict.inDoubt + verdict.leftOut;
  if (sum !== people) verdict.breaches.push(`texted, in doubt and left out are ${sum} of ${people}`);
  const doubts = verdict.inDoubt + verdict.doubtedButTexted;
  if (doubts > mostInDoubt) verdict.breaches.push(`${doubts} are in doubt, and ${mostInDoubt} may have been in flight`);
  return verdict;
}

export type Books = { states: ReadonlyMap<string, RecipientState>; started: number; notStarted: number };

/** What the program has written down, from its folder after its end; `started`: campaigns that somebody approved; `notStarted`: others. */
export async function readStates(folder: string): Promise<Books> {
  const store = await openLowdbStore({ folder, now: () => new Date(), log: () => {} });
  try {
    const all = await store.campaigns.list();
    const started = all.filter(({ approval }) => approval !== null);
    const states = new Map<string, RecipientState>();
    for (const { id, list } of started) {
      for (let from = 0; from < list.size; from += 10_000) {
        const page = await store.recipients.page(id, { from, limit: 10_000 });
        for (const { number, state } of page) states.set(number.replace('+', ''), state);
      }
    }
    return { states, started: started.length, notStarted: all.length - started.length };
  } finally {
    await store.close();
  }
}

export function* everybody(people: number, { states }: Books, times: Uint8Array): Generator<PersonSeen> {
  for (let no = 0; no < people; no += 1) {
    const number = numberOf(no);
    yield { number, state: states.get(number), times: times[no]! };
  }
}
