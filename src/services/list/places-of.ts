import type { ListSummary } from '../../domain/campaign/campaign.ts';
import { type Many, mapMany, piecesOf } from '../../domain/many.ts';
import { placeColumnsOf, placesIn } from '../../domain/place/place-columns.ts';
import { placeKey } from '../../domain/place/place-key.ts';
import { type Found, whereaboutsOf } from '../../domain/place/whereabouts.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import { createTurns } from '../../domain/turns.ts';

type Placed = { recipients: Many<ListedRecipient>; unreadPlaces: NonNullable<ListSummary['unreadPlaces']> };

/** As many different cells as a person reads. */
const mostShown = 5;

/**
 * Where each person may be, by their number and by what the list's columns say; and the cells that should say a place and say
 * none that is known, those of most people first.
 */
export async function placesOf(columns: readonly string[], recipients: Many<ListedRecipient>): Promise<Placed> {
  const places = placeColumnsOf(columns);
  const unread = new Map<string, NonNullable<ListSummary['unreadPlaces']>[number]>();
  // A few keys for what may be a million people.
  const [keys, known, column] = [[] as string[], new Map<string, number>(), new Uint32Array(recipients.length)];
  const turns = createTurns();
  let no = 0;
  for await (const piece of piecesOf(recipients)) {
    for (const { number, values } of piece) {
      if (turns.areDue()) await turns.give();
      const { whereabouts, notUnderstood } = whereaboutsOf(number, placesIn(values, places));
      const key = placeKey(whereabouts);
      const at = known.get(key) ?? keys.push(key) - 1;
      known.set(key, at);
      column[no] = at;
      no += 1;
      for (const cell of notUnderstood) count(unread, cell);
    }
  }
  const most = [...unread.values()].sort((a, b) => b.people - a.people);
  return {
    recipients: mapMany(recipients, (recipient, at) => ({ ...recipient, place: keys[column[at]!]! })),
    unreadPlaces: most.slice(0, mostShown),
  };
}

/** A column that is none of places has as many different cells as people. */
const mostCounted = 1_000;

function count(
  unread: Map<string, { column: string; text: string; people: number }>,
  { column, text }: Found['notUnderstood'][number],
): void {
  const key = `${column} ${text}`;
  const known = unread.get(key);
  if (known) known.people += 1;
  else if (unread.size < mostCounted) unread.set(key, { column, text, people: 1 });
}
