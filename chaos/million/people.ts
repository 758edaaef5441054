/** Area codes of the United States, in which all of these numbers are valid. */
const areas = [201, 212, 305, 312, 415, 512, 617, 702, 808, 919];
const firstOfArea = 2_000_000;

export const mostPeople = 1_000_000;
const filesOfList = 10;

/** The number of the person at this place of the list, from 0, as the provider gets it: without a plus. */
export function numberOf(no: number): string {
  return `1${areas[no % areas.length]}${firstOfArea + Math.floor(no / areas.length)}`;
}

/** The place in the list that a number has; undefined where it is nobody's of so many people. */
export function placeOf(number: string, people: number): number | undefined {
  const area = areas.indexOf(Number(number.slice(1, 4)));
  const no = (Number(number.slice(4)) - firstOfArea) * areas.length + area;
  return area >= 0 && Number.isInteger(no) && no >= 0 && no < people && numberOf(no) === number ? no : undefined;
}

/** The list as one file. */
export function listOf(people: number): Buffer {
  return rows(0, people);
}

/** The same list as ten files, each with a header of its own. */
export function filesOf(people: number): { name: string; content: Buffer }[] {
  const size = Math.ceil(people / filesOfList);
  return Array.from({ length: filesOfList }, (_, file) => ({
    name: `people-${file + 1}.csv`,
    content: rows(Math.min(people, file * size), Math.min(people, (file + 1) * size)),
  }));
}

function rows(from: number, to: number): Buffer {
  const lines = Array.from({ length: to - from }, (_, at) => `+${numberOf(from + at)},Person${from + at}\n`);
  return Buffer.from(`phone,first_name\n${lines.join('')}`);
}
