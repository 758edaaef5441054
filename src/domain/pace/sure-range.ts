/** Of 95 of 100 such intervals the truth lies inside. */
const z = 1.959964;

/** Where the true share lies, with 95 % confidence (Wilson's interval); null: nothing was counted. */
export function sureRange(some: number, all: number): { from: number; to: number } | null {
  if (all <= 0) return null;
  const share = some / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  return {
    from: some === 0 ? 0 : Math.max(0, middle - half),
    to: some === all ? 1 : Math.min(1, middle + half),
  };
}

/** "between 0.5 and 7 %": tenths below 1 %, the lower end rounded down. */
export function rangeInWords(some: number, all: number): string | null {
  const range = sureRange(some, all);
  if (!range) return null;
  const from = range.from < 0.01 ? Math.floor(range.from * 1000) / 10 : Math.floor(range.from * 100);
  const to = range.to < 0.01 ? Math.ceil(range.to * 1000) / 10 : Math.round(range.to * 100);
  return `between ${from} and ${to} %`;
}
