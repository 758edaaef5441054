/** A list to drop into the form. */
export type SampleList = {
  readonly name: string;
  readonly what: string;
  readonly content: string;
};

/** The lists the page offers: all names are made up, all numbers are from the range kept for fiction. */
export function sampleLists(): readonly SampleList[] {
  // Whoever gets two texts within a day waits for the second one: so nobody stands on two lists.
  const [many, others, customers] = [people(200, 100), people(200, 300), people(60, 500)] as const;
  return [
    { name: 'sample.csv', what: '200 people', content: csv(many) },
    {
      name: 'sample-with-mistakes.csv',
      what: '200 people, 3 invalid numbers and 2 duplicates',
      content: csv(withMistakes(others)),
    },
    {
      name: 'sample-from-a-crm.csv',
      what: '60 people as another program exports them: two phone columns, unsubscribed people, names that are none',
      content: fromCrm(customers),
    },
  ];
}

/** A list of `count` people: the first hundred (0 to 99) and those from 600 on stand on none of the others. */
export function listOf(count: number, from = 0): string {
  return csv(people(count, from));
}

type Line = readonly [phone: string, firstName: string];

const firstNames =
  'Alma,Bruno,Carla,David,Emma,Felix,Greta,Hugo,Ines,Jonas,Kira,Leo,Mara,Nico,Olga,Paul,Rita,Sam,Tara,Uma,Vera,Will,Yara,Zoe'.split(
    ',',
  );

// Where it is day at ten in New York.
const areaCodes = ['201', '212', '305', '312', '404', '512', '617', '615', '919', '216', '414', '202'];

function people(count: number, from: number): Line[] {
  return Array.from({ length: count }, (_, no): Line => {
    const index = from + no;
    const area = areaCodes[Math.floor(index / linesPerArea) % areaCodes.length];
    const line = 199 - (index % linesPerArea);
    return [`+1 ${area} 555 0${line}`, firstNames[(index * 7) % firstNames.length] ?? ''];
  });
}

// The numbers 555-0100 to 555-0199 of each area belong to nobody; the first of them are the campaigns' own.
const linesPerArea = 70;

function withMistakes(lines: readonly Line[]): Line[] {
  const duplicates = lines.slice(0, 2);
  const invalid: Line[] = [
    ['12345', 'Xenia'],
    ['call me', 'Yuri'],
    ['+1 201 555 01', 'Zac'],
  ];
  return [...lines.slice(0, 20), ...invalid, ...lines.slice(20, 100), ...duplicates, ...lines.slice(100)];
}

/** A third have no mobile number, every tenth is unsubscribed, and some have no name. */
function fromCrm(lines: readonly Line[]): string {
  const rows = lines.map(([phone, name], no) => {
    const mobile = no % 3 === 2 ? '' : phone;
    const shown = no % 12 === 4 ? 'NULL' : name;
    return [101 + no, shown, phone.replace(/^\+1 \d{3}/, '+1 646'), mobile, no % 10 === 9 ? 'true' : 'false'].join(',');
  });
  return `Record ID,First Name,Phone Number,Mobile Phone Number,Unsubscribed from all SMS\n${rows.join('\n')}\n`;
}

function csv(lines: readonly Line[]): string {
  return `phone,first_name\n${lines.map((line) => `${line.join(',')}\n`).join('')}`;
}
