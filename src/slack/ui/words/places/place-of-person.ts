import { whereWords } from '../../../../domain/place/place-words.ts';
import type { Residence } from '../../../../domain/place/residence.ts';
import type { Whereabouts } from '../../../../domain/place/whereabouts.ts';
import type { Sentence } from '../../parts/sentence.ts';

/** " is taken to be in Florida, by their number": goes behind who it is. */
export function takenToBe({ where, residence }: { where: Whereabouts; residence: Residence | null }): Sentence {
  const start = ` is taken to be in ${whereWords(where)}, `;
  if (where.from === 'person' && residence) return [`${start}as they said and `, { person: residence.by }, ' noted'];
  return [`${start}${foundBy[where.from]}`];
}

const foundBy: Record<Whereabouts['from'], string> = {
  number: 'by their number',
  list: 'by the list',
  person: 'by their own word',
};
