/** What was read; `repeated`: where a name stands for the second time in its object, of which JSON.parse drops the first. */
export type ReadJson = { value: unknown; repeated: { pointer: string; name: string } | null };

/** Reads JSON, and tells what of it can be read in two ways. Throws like JSON.parse. */
export function readStrictly(text: string): ReadJson {
  const value: unknown = JSON.parse(text);
  // A name that stands twice leaves one colon more than there are names; colons in texts are few, and looked at.
  const mayRepeat = colonsIn(text) !== namesIn(value);
  return { value, repeated: mayRepeat ? findRepeated(text) : null };
}

/** What to say of it. */
export function twice({ name }: { name: string }): string {
  return `“${name.slice(0, 40)}” stands twice in one object. Write it once.`;
}

/** As a part of a JSON Pointer (RFC 6901). */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function colonsIn(text: string): number {
  let colons = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) colons += 1;
  return colons;
}

function namesIn(value: unknown): number {
  let names = 0;
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    const within: unknown[] = Array.isArray(one) ? one : Object.values(one);
    if (within !== one) names += within.length;
    for (const inner of within) if (typeof inner === 'object' && inner !== null) open.push(inner);
  }
  return names;
}

/** An object with its names so far, or an array without; `at`: the part of the pointer that is being read. */
type Open = { names: Set<string> | null; at: string | number };

/** Goes through a text that is known to be JSON. */
function findRepeated(text: string): ReadJson['repeated'] {
  const open: Open[] = [];
  let last = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const within = open.at(-1);
    if (sign === '"') {
      const end = endOfString(text, at);
      last = text.slice(at, end);
      at = end - 1;
    } else if (sign === '{') open.push({ names: new Set(), at: '' });
    else if (sign === '[') open.push({ names: null, at: 0 });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && typeof within?.at === 'number') within.at += 1;
    else if (sign === ':' && within?.names) {
      const name = JSON.parse(last) as string;
      within.at = name;
      if (within.names.has(name)) return { name, pointer: pointerOf(open) };
      within.names.add(name);
    }
  }
  return null;
}

/** However deep somebody went, it stays readable. */
function pointerOf(open: readonly Open[]): string {
  return open
    .slice(0, 20)
    .map(({ at }) => `/${escaped(String(at).slice(0, 60))}`)
    .join('');
}

/** Behind the quotation mark that closes it. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
