import { type AgreedCounts, createAgreedCounter } from '../consent/agreed-counts.ts';
import type { PhoneNumber } from '../ids.ts';
import { createNumberIndex } from '../phone/number-index.ts';
import type { PersonKey } from '../phone/person.ts';
import {
  createPacker,
  createTexts,
  growingColumn,
  type Packed,
  packedLine,
  packedPerson,
  packedTexts,
  textsIn,
} from './packed.ts';
import type { ListReading } from './reading.ts';

type Person = { number: PhoneNumber; key: PersonKey; values: readonly string[]; line: number; shown: string };

/** The people of a list in columns: a million take some dozen bytes each beside what is stored of them. */
export function createPlaced() {
  const rows = createPacker();
  const index = createNumberIndex();
  const shown = createTexts();
  const isPlain = growingColumn((size) => new Uint8Array(size));
  const country = growingColumn((size) => new Uint16Array(size));
  const countries: string[] = [];
  const numberOf = new Map<string, number>();
  return {
    count: rows.count,
    positionOf: (key: PersonKey) => index.positionOf(key),
    lineAt: (no: number) => rows.lines.at(no),
    isPlainAt: (no: number) => isPlain.at(no) === 1,
    countryAt: (no: number) => countries[country.at(no)]!,
    add(person: Person & { isPlain: boolean; country: string }): void {
      index.add(person.key);
      rows.add(packedPerson(person), person.line);
      // Most lists show numbers as they are stored.
      shown.add(person.shown === person.number ? '' : person.shown);
      isPlain.push(person.isPlain ? 1 : 0);
      const known = numberOf.get(person.country) ?? countries.push(person.country) - 1;
      numberOf.set(person.country, known);
      country.push(known);
    },
    packed: rows.packed,
    /** What the list shows of those who are meant, as lines that are left out because it says so. */
    shown(all: Packed, isMeant: (no: number) => boolean): Packed {
      const packer = createPacker();
      const texts = textsIn(shown.pieces());
      for (const { from, texts: people } of packedTexts(all)) {
        for (const [at, person] of people.entries()) {
          const text = texts.next().value ?? '';
          if (!isMeant(from + at)) continue;
          const value = text === '' ? String(JSON.parse(person)[0]) : text;
          packer.add(
            packedLine({ value, reason: 'the list marks this person as unsubscribed' }),
            all.lines[from + at]!,
          );
        }
      }
      return packer.packed();
    },
    /** Those of most people first. */
    countries(isMeant: (no: number) => boolean): ListReading['countries'] {
      const counts = new Map<string, number>();
      for (let no = 0; no < rows.count(); no += 1) {
        if (!isMeant(no)) continue;
        const found = countries[country.at(no)]!;
        counts.set(found, (counts.get(found) ?? 0) + 1);
      }
      return [...counts].map(([found, count]) => ({ country: found, count })).sort((a, b) => b.count - a.count);
    },
  };
}

/** When they agreed, where a column says it. */
export function agreedIn(
  columns: readonly string[],
  people: Pick<ReturnType<typeof createPlaced>, 'countryAt'>,
  all: Packed,
  isMeant: (no: number) => boolean,
): { agreed?: AgreedCounts } {
  const counter = createAgreedCounter(columns);
  if (!counter) return {};
  const { read, count } = counter;
  function* meant() {
    for (const { from, texts } of packedTexts(all)) {
      for (const [at, text] of texts.entries()) {
        if (!isMeant(from + at)) continue;
        const [, ...values]: string[] = JSON.parse(text);
        yield { agreedOn: read(values), country: people.countryAt(from + at) };
      }
    }
  }
  return { agreed: count(meant()) };
}
