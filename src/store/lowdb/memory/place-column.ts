/** Where the people of a list may be: each position's index into `keys`, which begin with the unknown place. */
export type PlaceColumn = { keys: string[]; of: Uint16Array };

/** More different places than there are combinations of zones and states that lists name. */
export const mostPlaces = 65_535;

export function placeColumn(size: number): PlaceColumn & { set(no: number, key: string): void } {
  const keys = [''];
  const of = new Uint16Array(size);
  const known = new Map([['', 0]]);
  return {
    keys,
    of,
    set(no, key) {
      const found = known.get(key) ?? keys.push(key) - 1;
      if (found > mostPlaces) throw new Error('The list names more places than there are.');
      known.set(key, found);
      of[no] = found;
    },
  };
}
