import { personKey } from '../../../domain/phone/person.ts';
import { placeKey } from '../../../domain/place/place-key.ts';
import type { Residence } from '../../../domain/place/residence.ts';
import { whereaboutsOf } from '../../../domain/place/whereabouts.ts';
import { residencesDocument } from './document-names.ts';
import { type CampaignMemory, type Memory, touch } from './memory.ts';
import { numberAt, positionsOf } from './number-column.ts';
import { movePerson } from './recipient-columns.ts';

/** The person is there from now on, on every list; or where each list had them, once it is taken back. */
export function settle(memory: Memory, residence: Residence): void {
  if (!touch(memory, residencesDocument)) return;
  putResidence(memory, residence);
  for (const known of memory.campaigns.values()) move(known, residence);
}

export function putResidence(memory: Memory, residence: Residence): void {
  const key = personKey(residence.number);
  if (residence.word === null) memory.residences.delete(key);
  else memory.residences.set(key, residence);
}

/** Once a list is read, with its own places. */
export function settleAll(memory: Memory, known: CampaignMemory): void {
  for (const residence of memory.residences.values()) move(known, residence);
}

/** A list has a person once, but for those of old. */
function move({ numbers, columns }: CampaignMemory, { number, word }: Residence): void {
  for (const no of positionsOf(numbers, number)) {
    const place = word && placeKey(whereaboutsOf(numberAt(numbers, no), {}, word).whereabouts);
    movePerson(columns, no, place);
  }
}
