/** Positions by number: 8 bytes for a number and 6 to 12 for finding it, where a Map takes a hundred. */
export type NumberIndex = {
  count(): number;
  /** Undefined: it was never added. */
  positionOf(number: string): number | undefined;
  /** Gives it the next position; only for a number without one. */
  add(number: string): void;
  numberAt(no: number): string;
};

/** Of numbers as `+` and at most 15 digits. */
export function createNumberIndex(): NumberIndex {
  let numbers = new Float64Array(1_024);
  let slots = new Uint32Array(2_048);
  let count = 0;

  function slotFor(digits: number): number {
    let slot = slotOf(digits, slots.length);
    while (slots[slot] !== 0 && numbers[slots[slot]! - 1] !== digits) slot = (slot + 1) & (slots.length - 1);
    return slot;
  }

  function grow(): void {
    const larger = new Float64Array(numbers.length * 2);
    larger.set(numbers);
    numbers = larger;
    slots = new Uint32Array(slots.length * 2);
    for (let no = 0; no < count; no += 1) slots[slotFor(numbers[no]!)] = no + 1;
  }

  return {
    count: () => count,
    positionOf(number) {
      const found = slots[slotFor(digitsOf(number))]!;
      return found === 0 ? undefined : found - 1;
    },
    add(number) {
      if (count === numbers.length) grow();
      const digits = digitsOf(number);
      numbers[count] = digits;
      count += 1;
      slots[slotFor(digits)] = count;
    },
    numberAt: (no) => `+${numbers[no]}`,
  };
}

function digitsOf(number: string): number {
  return Number(number.slice(1));
}

function slotOf(digits: number, slots: number): number {
  const mixed = Math.imul(digits % 4_294_967_291, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (slots - 1);
}
