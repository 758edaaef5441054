import { shelves } from '../../../domain/campaign/campaign-shelf.ts';

const verbs = [
  'new',
  'help',
  'list',
  'status',
  'pause',
  'resume',
  'cancel',
  'export',
  'why',
  'rules',
  'optout',
  'answer',
  'remind',
  'keys',
];
const flags = ['--batch', '--every', '--from', '--numbers'];

/** What is compared with a typed word, and what is proposed in its place. */
const known: readonly (readonly [word: string, proposal: string])[] = [
  ...[...verbs, ...flags].map((word) => [word, word] as const),
  ...shelves.map((shelf) => [shelf, `list ${shelf}`] as const),
];

/** The command, list or flag that a mistyped word was meant to be, if one is near enough: "puase" is `pause`. */
export function didYouMean(typed: string): string | undefined {
  const word = typed.toLowerCase().replace(/^[-‐‑‒–—―−]+/, '--');
  if (word.length < 3 || word.length > longest) return undefined;
  const near = known
    .map(([meant, proposal]) => ({ proposal, slips: slipsBetween(word, meant), most: meant.length < 5 ? 1 : 2 }))
    .filter(({ slips, most }) => slips <= most)
    .sort((one, other) => one.slips - other.slips);
  return near[0]?.proposal;
}

const longest = 12;

/** How many letters are missing, too many, wrong or swapped with their neighbour. */
function slipsBetween(typed: string, meant: string): number {
  const rows = [Array.from({ length: meant.length + 1 }, (_, to) => to)];
  for (let from = 1; from <= typed.length; from += 1) {
    const row = [from];
    for (let to = 1; to <= meant.length; to += 1) {
      const isSame = typed[from - 1] === meant[to - 1];
      const isSwapped = from > 1 && to > 1 && typed[from - 1] === meant[to - 2] && typed[from - 2] === meant[to - 1];
      row.push(
        Math.min(
          rows[from - 1]![to]! + 1,
          row[to - 1]! + 1,
          rows[from - 1]![to - 1]! + (isSame ? 0 : 1),
          isSwapped ? rows[from - 2]![to - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows[typed.length]![meant.length]!;
}
