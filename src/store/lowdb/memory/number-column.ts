import type { PhoneNumber } from '../../../domain/ids.ts';
import { type PersonKey, personKey } from '../../../domain/phone/person.ts';

/**
 * A list's numbers as dialled, 8 bytes each, with a hash index from person to positions (6 to 12 bytes each) that finds
 * a person under any spelling.
 */
export type NumberColumn = {
  readonly numbers: Float64Array;
  readonly slots: Uint32Array;
  /** Somebody has several positions: only in lists older than person keys. */
  hasRepeats: boolean;
};

/** Room for `size` numbers, none set. */
export function numberColumn(size: number): NumberColumn {
  return { numbers: new Float64Array(size), slots: new Uint32Array(slotCount(size)), hasRepeats: false };
}

/** Each position is set once. */
export function setNumber(column: NumberColumn, no: number, number: PhoneNumber): void {
  const { numbers, slots } = column;
  const digits = digitsOf(number);
  const key = personKey(number);
  // Most numbers are their own key.
  let slot = slotOf(`${key}` === number ? digits : digitsOf(key), slots.length);
  for (; slots[slot] !== 0; slot = (slot + 1) % slots.length) {
    if (isPerson(column, slots[slot]! - 1, digits, key)) column.hasRepeats = true;
  }
  numbers[no] = digits;
  slots[slot] = no + 1;
}

export function numberAt({ numbers }: NumberColumn, no: number): PhoneNumber {
  return `+${numbers[no]}` as PhoneNumber;
}

/** As dialled. */
export function isNumberAt({ numbers }: NumberColumn, no: number, number: PhoneNumber): boolean {
  return numbers[no] === digitsOf(number);
}

/** All positions of the person who has this number. */
export function positionsOf(column: NumberColumn, number: PhoneNumber): number[] {
  const { slots } = column;
  const digits = digitsOf(number);
  const key = personKey(number);
  const positions: number[] = [];
  for (let slot = slotOf(digitsOf(key), slots.length); slots[slot] !== 0; slot = (slot + 1) % slots.length) {
    const no = slots[slot]! - 1;
    if (isPerson(column, no, digits, key)) positions.push(no);
  }
  return positions;
}

/** Spellings differ at the front: most neighbours in the index are told apart without asking for their keys. */
function isPerson(column: NumberColumn, no: number, digits: number, key: PersonKey): boolean {
  const listed = column.numbers[no]!;
  return listed === digits || (listed % tail === digits % tail && personKey(numberAt(column, no)) === key);
}

/** No spelling changes the last six digits. */
const tail = 1_000_000;

function digitsOf(number: string): number {
  return Number(number.slice(1));
}

/** A power of two, at least 1.5 times the count of numbers, so never full. */
function slotCount(size: number): number {
  return 2 ** Math.ceil(Math.log2(size * 1.5 + 2));
}

function slotOf(digits: number, slots: number): number {
  const mixed = Math.imul(digits % 4_294_967_291, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
