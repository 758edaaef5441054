/** So many wait for the disk together. */
const width = 50;

/** Does the work for each, several at a time. Answers with how often it said that it did something. */
export async function someAtOnce<T>(items: readonly T[], work: (item: T) => Promise<boolean>): Promise<number> {
  let done = 0;
  for (let from = 0; from < items.length; from += width) {
    const results = await Promise.all(items.slice(from, from + width).map(work));
    done += results.filter(Boolean).length;
  }
  return done;
}
