import { createHash } from 'node:crypto';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../domain/ids.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import type { Deps } from '../deps.ts';

type Formerly = NonNullable<Campaign['formerly']>;
type Change = Pick<Formerly, 'people' | 'moved'>;

const pageSize = 10_000;
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
  now: { list: Campaign['list']; recipients: readonly ListedRecipient[] },
): Promise<Change> {
  if (now.list.hash === content.list.hash) return { people: { added: 0, gone: 0 } };
  const isFirst = before.list.hash === content.list.hash;
  if (!isFirst && !moved) return { people: null };
  const added = new Set<PhoneNumber>(now.recipients.map(({ number }) => number));
  const gone = new Set<PhoneNumber>();
  for (let from = 0; from < before.list.size; from += pageSize) {
    for (const { number } of await store.recipients.page(before.id, { from, limit: pageSize })) {
      if (!added.delete(number)) gone.add(number);
    }
  }
  if (added.size + gone.size > mostMoved) return { people: isFirst ? { added: added.size, gone: gone.size } : null };
  const step = { added: namesOf(added), gone: namesOf(gone) };
  return changeOf(isFirst || !moved ? step : afterwards(moved, step));
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
function namesOf(numbers: ReadonlySet<PhoneNumber>): string[] {
  return Array.from(numbers, (number) => createHash('sha256').update(number).digest('base64').slice(0, 10));
}
