/** What somebody might write a list of to make reading it slow, each as a name and a maker of about so many characters. */
export type HostileList = { name: string; make(characters: number): string };

/** Pieces of which long runs were once slow somewhere, or are likely to be. */
const pieces = [
  ...'(-:"\'/.=@<[|#;+_~*',
  ' ',
  '\t',
  '+1',
  '""',
  '1e+',
  'A ',
  '\u200d',
  'e\u0301',
  '\ufdfa',
  '٣',
  '०',
  '12 ',
  '1 2-',
  '(1)',
  'ab1',
  'x1',
  ' - ',
  '\u0001',
  '\u2028',
  '😀',
  '👩\u200d👩\u200d👧',
  'M:',
  'tel ',
  'a::',
  '1:1 ',
  '1.1.11 ',
  '20-20-2020',
  'www.',
  'and ',
  'or 2015550123 ',
  '2015550123 ',
  '2015550123;',
  '="1',
];

/** Where a long run may stand. */
const shapes: Record<string, (piece: string, characters: number) => string> = {
  'one cell': (piece, characters) => `phone,name\n+12015550123,a${run(piece, characters)}x\n`,
  'the whole file': (piece, characters) => run(piece, characters),
  'the number of each row': (piece, characters) =>
    rows(characters, (no) => `${number(no)}${inCell(piece)},Ada`, 'phone,name'),
  'a value of each row': (piece, characters) =>
    rows(characters, (no) => `${number(no)},${inCell(piece)}`, 'phone,name'),
  'each line of text': (piece, characters) => rows(characters, (no) => `${number(no)} Ada ${inCell(piece)}`),
};

const others: Record<string, (characters: number) => string> = {
  'numbers in one row': (characters) => joined(characters, (no) => number(no)),
  'numbers and names in one row': (characters) => joined(characters, (no) => `Ada, ${number(no)}`),
  'rows of 255 numbers': (characters) =>
    rows(characters, (no) => Array.from({ length: 255 }, (_, at) => number(no + at)).join(',')),
  'a header of very many columns': (characters) =>
    `${joined(characters / 2, (no) => `phone ${no}`)}\n${joined(characters / 2, number)}\n`,
  'a header of 250 columns of phones': (characters) =>
    rows(characters, (no) => Array.from({ length: 250 }, (_, at) => number(no + at)).join(','), header(250)),
  'nothing but empty lines': (characters) => run('\n', characters),
  'rows of one digit': (characters) => run('1\n', characters),
  'numbers of another country': (characters) => rows(characters, (no) => `4915${228_817_386 + no}`, 'phone'),
  'numbers of home': (characters) => rows(characters, number, 'phone'),
  'a quotation mark that nothing closes': (characters) => `phone,name\n${number(0)},"${run('a\n', characters)}`,
  'a quoted cell': (characters) => `phone,name\n${number(0)},"${run('a b,', characters)}"\n`,
};

export const hostileLists: readonly HostileList[] = [
  ...Object.entries(shapes).flatMap(([shape, make]) =>
    pieces.map((piece) => ({
      name: `${shape} of ${JSON.stringify(piece)}`,
      make: (characters: number) => make(piece, characters),
    })),
  ),
  ...Object.entries(others).map(([name, make]) => ({ name, make })),
];

function run(piece: string, characters: number): string {
  return piece.repeat(Math.ceil(characters / piece.length)).slice(0, Math.floor(characters));
}

/** As long as a cell may be, without what ends one. */
function inCell(piece: string): string {
  return run(piece, 970).replace(/[,"\n]/g, ' ');
}

function number(no: number): string {
  return `+1${2_015_550_000 + no}`;
}

function header(columns: number): string {
  return Array.from({ length: columns }, (_, at) => `phone ${at}`).join(',');
}

function rows(characters: number, row: (no: number) => string, head?: string): string {
  let text = head === undefined ? '' : `${head}\n`;
  for (let no = 0; text.length < characters; no += 1) text += `${row(no)}\n`;
  return text;
}

function joined(characters: number, piece: (no: number) => string): string {
  const found: string[] = [];
  for (let no = 0, length = 0; length < characters; no += 1) length += found[found.push(piece(no)) - 1]!.length + 1;
  return found.join(',');
}
