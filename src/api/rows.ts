import { createTurns } from '../domain/turns.ts';
import { type PartProblem, Problem } from './problem.ts';
import { type ReadJson, readStrictly, twice } from './strict-json.ts';

/* Recipients as JSON become the lines of a CSV list, which the program's one reader of lists then reads. */

type Row = Readonly<Record<string, string>>;

const mostColumns = 100;
const longestLine = 65_536;
const mostProblems = 10;

/** A number by itself, or an object of a person's fields, one of which holds the number. */
function rowOf(given: unknown): Row | string {
  if (typeof given === 'string' || typeof given === 'number') return { phone: String(given) };
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return wantsPerson;
  // A field may be called like what every object has.
  const row: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && typeof value === 'object')
      return `“${name.slice(0, 40)}” is a list or an object. Write a string there.`;
    if (isRounded(value))
      return `“${name.slice(0, 40)}” is too long for a number of JSON, and would be another one. Write it as a string.`;
    if (isNumberLike(name)) return `“${name.slice(0, 40)}” is a number, and no name of a field. Write {"phone": "…"}.`;
    row[name] = value === null ? '' : String(value);
  }
  return Object.keys(row).length > mostColumns ? `A person has at most ${mostColumns} fields.` : row;
}

/** Beyond these, what was parsed is no longer what was written. */
function isRounded(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** In the line of names it would be read as a person. */
function isNumberLike(name: string): boolean {
  return (name.match(/\d/g)?.length ?? 0) >= 7;
}

const wantsPerson =
  'Write a number such as "12015550123", or an object such as {"phone": "12015550123", "first_name": "Ada"}.';

/** The whole list of a JSON body; its columns are all fields that anybody has. Throws a Problem that names the first wrong ones. */
export async function* rowsOfJson(recipients: readonly unknown[]): AsyncGenerator<Uint8Array> {
  const turns = createTurns();
  const problems: PartProblem[] = [];
  const rows: Row[] = [];
  const columns = new Set<string>();
  for (const [at, given] of recipients.entries()) {
    if (turns.areDue()) await turns.give();
    const row = rowOf(given);
    if (typeof row === 'string') problems.push({ pointer: `/recipients/${at}`, detail: row });
    else {
      rows.push(row);
      for (const name of Object.keys(row)) columns.add(name);
    }
    if (problems.length === mostProblems) break;
  }
  if (problems.length > 0) throw badRecipients(problems);
  if (columns.size > mostColumns)
    throw badRecipients([{ pointer: '/recipients', detail: `A list has at most ${mostColumns} different fields.` }]);
  const names = [...columns];
  yield Buffer.from(asLine(names));
  for (let from = 0; from < rows.length; from += 500) {
    if (turns.areDue()) await turns.give();
    yield Buffer.from(
      rows
        .slice(from, from + 500)
        .map((row) => asLine(cells(row, names)))
        .join(''),
    );
  }
}

/** A person a line. The first line says which fields there are: a later one may lack some, and has no others. */
export async function* rowsOfLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let names: readonly string[] | undefined;
  let no = 0;
  for await (const lines of linesOf(body)) {
    let csv = '';
    for (const line of lines) {
      no += 1;
      if (line.trim() === '') continue;
      const row = rowOf(parsed(line, no));
      if (typeof row === 'string') throw badRecipients([{ line: no, detail: row }]);
      if (!names) {
        names = Object.keys(row);
        csv += asLine(names);
      }
      const other = Object.keys(row).find((name) => !names?.includes(name));
      if (other !== undefined) throw badRecipients([{ line: no, detail: strange(other) }]);
      csv += asLine(cells(row, names));
    }
    if (csv !== '') yield Buffer.from(csv);
  }
}

function strange(name: string): string {
  return `The first line has no field “${name.slice(0, 40)}”. Give the first line all fields that any line has, with null where it has none.`;
}

/** Whole lines, as they come. A line is bounded: nothing grows with what somebody sends. */
async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let before = 0;
  for await (const piece of body) {
    const lines = (rest + decoded(decoder, piece)).split('\n');
    rest = lines.pop()!;
    before += lines.length;
    if (rest.length > longestLine)
      throw badRecipients([{ line: before + 1, detail: `A line has at most ${longestLine} characters.` }]);
    yield lines;
  }
  rest += decoded(decoder);
  if (rest !== '') yield [rest];
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new Problem(400, 'not_utf8', 'The body is not UTF-8. Write it in UTF-8.');
  }
}

function parsed(line: string, no: number): unknown {
  let read: ReadJson;
  try {
    read = readStrictly(line);
  } catch {
    throw badRecipients([{ line: no, detail: 'This line is no JSON. Write one number or one object a line.' }]);
  }
  if (read.repeated) throw badRecipients([{ line: no, detail: twice(read.repeated) }]);
  return read.value;
}

function cells(row: Row, names: readonly string[]): string[] {
  return names.map((name) => (Object.hasOwn(row, name) ? row[name]! : ''));
}

/** Nothing is made harmless for spreadsheets here: what somebody sends in is what messages say. */
function asLine(values: readonly string[]): string {
  return `${values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function badRecipients(errors: readonly PartProblem[]): Problem {
  return new Problem(422, 'bad_recipients', `Nothing was stored: ${errors[0]!.detail}`, { errors });
}
