import { personKey } from '../../../domain/phone/person.ts';
import type { ResidenceReader } from '../../../ports/store.ts';
import type { Memory } from '../memory/memory.ts';

export function residenceStore({ residences }: Memory): ResidenceReader {
  return { get: async (number) => residences.get(personKey(number)) };
}
