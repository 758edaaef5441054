import type { PhoneNumber } from '../../../domain/ids.ts';
import { type PersonKey, personKey } from '../../../domain/phone/person.ts';
import { type Suppression, withOlderWord } from '../../../domain/reply/suppression.ts';
import { suppressionShard, suppressionsDocument } from './document-names.ts';
import type { Lift } from './events.ts';
import { type Memory, type SuppressionMemory, touch } from './memory.ts';
import { positionsOf } from './number-column.ts';
import { noteOptOut } from './opted-out-positions.ts';
import { offerAgain } from './recipient-columns.ts';

/**
 * A person is suppressed, but each number is stored as it came, in its own document. Documents are written at different
 * moments and replayed by their own sequence numbers, so an event's effect on one may depend only on the event and that
 * document. Records under the person's key would move whenever the rule for keys changes, and one that has left a
 * document need not have reached the other when the process dies. (Spellings known today end alike and share a
 * document; nothing depends on it.) So an event names every number that it changes, its maker looks up the person, and
 * the index of persons is built in memory at start: that is all the migration of older stores.
 */

/** What holds for this person under any spelling: an opt-out before a hold, the first before later ones. */
export function suppressionOf(memory: Memory, number: PhoneNumber): Suppression | undefined {
  const key = personKey(number);
  const plain = recordOf(memory.suppressions, key);
  const others = memory.suppressions.otherSpellings.get(key);
  return others === undefined ? plain : strongest(recordsOf(memory, number));
}

/** Each person once, however many spellings have a record. */
export function countSuppressed({ shards, otherSpellings }: SuppressionMemory): number {
  let people = 0;
  for (const { current } of shards) people += current.size;
  for (const [key, others] of otherSpellings) {
    const isPlainThere = shards[suppressionShard(key)]?.current.has(key as string as PhoneNumber) === true;
    people -= others.size - (isPlainThere ? 0 : 1);
  }
  return people;
}

/** All records of this person: at most one for each spelling. */
export function recordsOf({ suppressions }: Memory, number: PhoneNumber): Suppression[] {
  const key = personKey(number);
  const spellings = [key, ...(suppressions.otherSpellings.get(key) ?? [])];
  return spellings.flatMap((spelling) => recordOf(suppressions, spelling) ?? []);
}

/** An opt-out replaces a hold, never the other way round; the first of a kind stays. */
export function changesSuppression(memory: Memory, { number, kind }: Suppression): boolean {
  return isStronger(kind, suppressionOf(memory, number));
}

/** Does it opt somebody out once more, by a newer word than all before? A late START has to know. */
export function repeatsOptOut(memory: Memory, { number, kind, at }: Suppression): boolean {
  return kind === 'opted_out' && recordsOf(memory, number).every((known) => isNewerThan(known, at));
}

/** With all stored spellings of the person: one START lifts all. */
export function liftOf(memory: Memory, { number, by, at }: Omit<Lift, 'also'>): Lift {
  const also = recordsOf(memory, number).flatMap((record) => (record.number === number ? [] : record.number));
  return also.length > 0 ? { number, also, by, at } : { number, by, at };
}

export function suppress(memory: Memory, suppression: Suppression): void {
  const { number, kind, at, source, words } = suppression;
  if (!touch(memory, suppressionsDocument(suppressionShard(number)))) return;
  const known = recordOf(memory.suppressions, number);
  if (known && !isStronger(kind, known)) {
    const isAgain = kind === 'opted_out' && isNewerThan(known, at);
    const news = { ...(isAgain && { again: { at, source } }), ...(words && { words }) };
    if (isAgain || words) putSuppression(memory.suppressions, { ...known, ...news });
    return;
  }
  putSuppression(memory.suppressions, { ...suppression, ...(known?.because && { because: known.because }) });
  if (kind === 'opted_out') reconsider(memory, number);
}

/** The same, but an older word takes the place of a newer one. */
export function suppressOlder(memory: Memory, suppression: Suppression): void {
  const { number } = suppression;
  const known = recordOf(memory.suppressions, number);
  if (known?.kind !== 'opted_out' || !isOlderThan(known, suppression)) suppress(memory, suppression);
  else if (touch(memory, suppressionsDocument(suppressionShard(number)))) {
    putSuppression(memory.suppressions, withOlderWord(known, suppression));
  }
}

/** Would one more opt-out of this person tell something new? */
export function isNewsOf(memory: Memory, suppression: Suppression): boolean {
  if (changesSuppression(memory, suppression)) return true;
  if (suppression.undated) return false;
  const known = suppressionOf(memory, suppression.number);
  return repeatsOptOut(memory, suppression) || (known !== undefined && isOlderThan(known, suppression));
}

/** Older events name one number and lift just that. */
export function lift(memory: Memory, lifted: Lift): void {
  const { also, ...evidence } = lifted;
  for (const number of [lifted.number, ...(also ?? [])]) liftNumber(memory, number, evidence);
}

/** Keeps the indexes true. */
export function putSuppression(
  { shards, otherSpellings, byCampaign, held }: SuppressionMemory,
  suppression: Suppression,
): void {
  const { number, kind, campaignId } = suppression;
  if (kind === 'held') held.add(number);
  else held.delete(number);
  shards[suppressionShard(number)]?.current.set(number, suppression);
  if (campaignId) byCampaign.set(campaignId, (byCampaign.get(campaignId) ?? new Set()).add(number));
  const key = personKey(number);
  if (isPlain(number, key)) return;
  otherSpellings.set(key, (otherSpellings.get(key) ?? new Set()).add(number));
}

function liftNumber(memory: Memory, number: PhoneNumber, lifted: Lift): void {
  const { shards, otherSpellings } = memory.suppressions;
  const shard = shards[suppressionShard(number)];
  if (!touch(memory, suppressionsDocument(suppressionShard(number)))) return;
  const was = shard?.current.get(number);
  if (!shard || !was) return;
  shard.current.delete(number);
  shard.lifted.push({ was, lift: lifted });
  memory.suppressions.held.delete(number);
  if (was.campaignId) memory.suppressions.byCampaign.get(was.campaignId)?.delete(number);
  const key = personKey(number);
  const others = otherSpellings.get(key);
  others?.delete(number);
  if (others?.size === 0) otherSpellings.delete(key);
  reconsider(memory, number);
}

function recordOf({ shards }: SuppressionMemory, number: PhoneNumber | PersonKey): Suppression | undefined {
  return shards[suppressionShard(number)]?.current.get(number as string as PhoneNumber);
}

function isStronger(kind: Suppression['kind'], current: Suppression | undefined): boolean {
  return current === undefined || (current.kind === 'held' && kind === 'opted_out');
}

function isOlderThan(known: Suppression, { at, undated }: Suppression): boolean {
  return !undated && Date.parse(at) < Date.parse(known.at);
}

function isNewerThan({ at, again }: Suppression, moment: Suppression['at']): boolean {
  return [at, again?.at ?? at].every((known) => Date.parse(moment) > Date.parse(known));
}

/** The same in whatever order the documents were read. */
function strongest(records: readonly Suppression[]): Suppression | undefined {
  return [...records].sort(
    (a, b) =>
      Number(b.kind === 'opted_out') - Number(a.kind === 'opted_out') ||
      Date.parse(a.at) - Date.parse(b.at) ||
      (a.number < b.number ? -1 : 1),
  )[0];
}

function isPlain(number: PhoneNumber, key: PersonKey): boolean {
  return (number as string) === key;
}

/** Claims passed over a held number: once that is decided they must come back to it. */
function reconsider(memory: Memory, number: PhoneNumber): void {
  const isOptedOut = suppressionOf(memory, number)?.kind === 'opted_out';
  for (const { numbers, columns } of memory.campaigns.values()) {
    for (const no of positionsOf(numbers, number)) {
      offerAgain(columns, no);
      noteOptOut(numbers, no, isOptedOut);
    }
  }
}
