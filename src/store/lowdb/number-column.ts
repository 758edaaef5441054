import type { PhoneNumber } from '../../domain/ids.ts';

/** The numbers of a list, 8 bytes each, with a hash index from number to positions (6 to 12 bytes each). */
export type NumberColumn = { readonly numbers: Float64Array; readonly slots: Uint32Array };

export function numberColumn(size: number): NumberColumn {
  return { numbers: new Float64Array(size), slots: new Uint32Array(slotCount(size)) };
}

/** Each position is set once. */
export function setNumber({ numbers, slots }: NumberColumn, no: number, number: PhoneNumber): void {
  const digits = Number(number.slice(1));
  numbers[no] = digits;
  let slot = slotOf(digits, slots.length);
  while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
  slots[slot] = no + 1;
}

export function numberAt({ numbers }: NumberColumn, no: number): PhoneNumber {
  return `+${numbers[no]}` as PhoneNumber;
}

export function positionsOf({ numbers, slots }: NumberColumn, number: PhoneNumber): number[] {
  const digits = Number(number.slice(1));
  const positions: number[] = [];
  for (let slot = slotOf(digits, slots.length); slots[slot] !== 0; slot = (slot + 1) % slots.length) {
    const no = slots[slot]! - 1;
    if (numbers[no] === digits) positions.push(no);
  }
  return positions;
}

/** A power of two, at least half as many again as there are numbers, and never full. */
function slotCount(size: number): number {
  return 2 ** Math.ceil(Math.log2(size * 1.5 + 2));
}

function slotOf(digits: number, slots: number): number {
  const mixed = Math.imul(digits % 4_294_967_291, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
