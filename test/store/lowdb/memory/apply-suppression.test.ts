import { expect, test } from 'vitest';
import { apply } from '../../../../src/store/lowdb/memory/apply.ts';
import { liftOf, recordsOf, suppressionOf } from '../../../../src/store/lowdb/memory/apply-suppression.ts';
import { suppressionShard, suppressionsDocument } from '../../../../src/store/lowdb/memory/document-names.ts';
import type { Event } from '../../../../src/store/lowdb/memory/events.ts';
import { emptyMemory, type Memory } from '../../../../src/store/lowdb/memory/memory.ts';
import { aMexican, aSuppression } from '../../../support/builders.ts';

const { listed, fromNetwork } = aMexican();
const at = '2026-11-23T15:00:00.000Z';
const stop = (number: typeof listed): Event => ({ kind: 'suppressed', suppression: aSuppression({ number }) });

function memoryAfter(...events: readonly Event[]): Memory {
  const memory = emptyMemory();
  for (const [index, event] of events.entries()) apply(memory, event, index + 1);
  return memory;
}

test('a lift of before the people’s key lifts the one number that it names, as it did then', () => {
  const lifted: Event = { kind: 'lifted', lift: { number: listed, by: 'sms', at } };
  const memory = memoryAfter(stop(listed), stop(fromNetwork), lifted);
  expect(suppressionOf(memory, listed)?.number).toBe(fromNetwork);
});

test('a lift names every number that it lifts, and each is kept as evidence', () => {
  const memory = memoryAfter(stop(listed), stop(fromNetwork));
  const lift = liftOf(memory, { number: listed, by: 'sms', at });
  expect(lift).toEqual({ number: listed, also: [fromNetwork], by: 'sms', at });
  apply(memory, { kind: 'lifted', lift }, 3);
  expect(recordsOf(memory, listed)).toEqual([]);
  const evidence = memory.suppressions.shards[suppressionShard(listed)]?.lifted.map(({ was }) => was.number);
  expect(evidence).toEqual([listed, fromNetwork]);
});

test('what a document contains already is not done to it again, whatever other spellings say', () => {
  const lift: Event = { kind: 'lifted', lift: { number: listed, also: [fromNetwork], by: 'sms', at } };
  const memory = memoryAfter(stop(listed), stop(fromNetwork), lift, stop(fromNetwork));
  const replayed = emptyMemory();
  replayed.documents.set(suppressionsDocument(suppressionShard(listed)), 4);
  for (const [index, event] of [stop(listed), stop(fromNetwork), lift, stop(fromNetwork)].entries()) {
    apply(replayed, event, index + 1);
  }
  expect(recordsOf(memory, listed)).toHaveLength(1);
  expect(recordsOf(replayed, listed)).toHaveLength(0);
});

test('of several records of a person the strongest holds, then the first', () => {
  const held = aSuppression({ number: listed, kind: 'held', at: '2026-11-01T00:00:00.000Z' });
  const late = aSuppression({ number: fromNetwork, at });
  const events: Event[] = [held, late].map((suppression) => ({ kind: 'suppressed', suppression }));
  for (const order of [events, [...events].reverse()]) {
    expect(suppressionOf(memoryAfter(...order), listed)).toEqual(late);
  }
});
