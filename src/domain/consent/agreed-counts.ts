import { z } from 'zod';
import { agreedColumns } from './agreed-columns.ts';
import { readDay } from './days.ts';

/** Countries in which consent may end sooner than elsewhere: their people are counted apart. */
export const countedApart = ['CA', 'IE'] as const;

/**
 * When a list's people agreed, as its own column says: by month (2024-03), and `country` for those counted apart. `unread`:
 * the cell can be read in two ways or in none; `empty`: it says nothing.
 */
export const AgreedCounts = z.object({
  column: z.string(),
  oldest: z.iso.date().nullable(),
  months: z.array(
    z.object({
      month: z.string().regex(/^\d{4}-\d\d$/),
      people: z.int().min(1),
      country: z.enum(countedApart).optional(),
    }),
  ),
  unread: z.int().min(0),
  empty: z.int().min(0),
});
export type AgreedCounts = z.infer<typeof AgreedCounts>;

/** The day on which a person of a list agreed; null: cannot be read; undefined: nothing is said. */
export type AgreedOn = string | null | undefined;

/** Reads and counts when a list's people agreed; null where no column says it. */
export function createAgreedCounter(columns: readonly string[]) {
  const { at } = agreedColumns(columns);
  if (at < 0) return null;
  /** A million people agreed on some thousand days. */
  const days = new Map<string, string>();
  return {
    read(values: readonly string[]): AgreedOn {
      const cell = (values[at] ?? '').trim();
      if (cell === '') return undefined;
      const day = readDay(cell);
      if (day !== undefined && !days.has(day)) days.set(day, day);
      return day === undefined ? null : days.get(day);
    },
    count(people: Iterable<{ agreedOn?: AgreedOn; country: string }>): AgreedCounts {
      const months = new Map<string, AgreedCounts['months'][number]>();
      let [oldest, unread, empty]: [string | null, number, number] = [null, 0, 0];
      for (const { agreedOn, country } of people) {
        if (agreedOn === undefined) empty += 1;
        else if (agreedOn === null) unread += 1;
        else {
          if (oldest === null || agreedOn < oldest) oldest = agreedOn;
          const apart = countedApart.find((one) => one === country);
          const month = agreedOn.slice(0, 7);
          const key = `${month}${apart ?? ''}`;
          const known = months.get(key);
          if (known) known.people += 1;
          else months.set(key, { month, people: 1, ...(apart && { country: apart }) });
        }
      }
      const sorted = [...months].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, counted]) => counted);
      return { column: columns[at]!, oldest, months: sorted, unread, empty };
    },
  };
}
