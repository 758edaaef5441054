import { createHash } from 'node:crypto';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../domain/ids.ts';
import { type Many, piecesOf } from '../../domain/many.ts';
import { createNumberIndex } from '../../domain/phone/number-index.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import { createTurns } from '../../domain/turns.ts';
import type { Deps } from '../deps.ts';
import { storedPeople } from './stored-list.ts';

type Formerly = NonNullable<Campaign['formerly']>;
type Change = Pick<Formerly, 'people' | 'moved'>;

/** More than these are not kept: they stand in the campaign's own document. */
const mostMoved = 1_000;

/**
 * How many people a new list adds to what was reviewed, and how many are gone from it, with who they are as long as those
 * are few, so that the next change of the list can be added; null where nobody can tell any more.
 */
export async function peopleSince(
  { store }: Pick<Deps, 'store'>,
  { content, moved }: Formerly,
  before: Campaign,
  now: { list: Campaign['list']; recipients: Many<ListedRecipient> },
): Promise<Change> {
  if (now.list.hash === content.list.hash) return { people: { added: 0, gone: 0 } };
  const isFirst = before.list.hash === content.list.hash;
  if (!isFirst && !moved) return { people: null };
  const { added, gone } = await differenceOf(storedPeople(store, before), now.recipients);
  if (added.count + gone.count > mostMoved)
    return { people: isFirst ? { added: added.count, gone: gone.count } : null };
  const step = { added: namesOf(added.numbers), gone: namesOf(gone.numbers) };
  return changeOf(isFirst || !moved ? step : afterwards(moved, step));
}

/** How many, and who they are as long as those are few. */
type Some = { count: number; numbers: PhoneNumber[] };

async function differenceOf(
  before: Many<Pick<ListedRecipient, 'number'>>,
  now: Many<Pick<ListedRecipient, 'number'>>,
): Promise<Record<'added' | 'gone', Some>> {
  const index = createNumberIndex();
  const [added, gone] = [nobody(), nobody()];
  const turns = createTurns();
  for await (const piece of piecesOf(now)) {
    if (turns.areDue()) await turns.give();
    for (const { number } of piece) if (index.positionOf(number) === undefined) index.add(number);
  }
  const wasThere = new Uint8Array(index.count());
  for await (const piece of piecesOf(before)) {
    if (turns.areDue()) await turns.give();
    for (const { number } of piece) {
      const at = index.positionOf(number);
      if (at === undefined) put(gone, number);
      else wasThere[at] = 1;
    }
  }
  for (const [at, was] of wasThere.entries()) if (was === 0) put(added, index.numberAt(at) as PhoneNumber);
  return { added, gone };
}

const nobody = (): Some => ({ count: 0, numbers: [] });

function put(some: Some, number: PhoneNumber): void {
  some.count += 1;
  if (some.numbers.length < mostMoved) some.numbers.push(number);
}

type Moved = { added: readonly string[]; gone: readonly string[] };

/** Both steps in one: whoever came and went again, or the other way round, is neither. */
function afterwards(first: Moved, then: Moved): Moved {
  return {
    added: [...without(first.added, then.gone), ...without(then.added, first.gone)],
    gone: [...without(first.gone, then.added), ...without(then.gone, first.added)],
  };
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const left = new Set(others);
  return some.filter((one) => !left.has(one));
}

function changeOf(moved: Moved): Change {
  const people = { added: moved.added.length, gone: moved.gone.length };
  if (people.added + people.gone > mostMoved) return { people };
  return { people, moved: { added: [...moved.added], gone: [...moved.gone] } };
}

/** Short names of numbers, which nobody can call. */
function namesOf(numbers: readonly PhoneNumber[]): string[] {
  return Array.from(numbers, (number) => createHash('sha256').update(number).digest('base64').slice(0, 10));
}
