import { z } from 'zod';
import { hasCalendar } from './holidays/calendar.ts';
import { type Override, readTarget } from './override.ts';
import { isPlace } from './places.ts';
import { Place, type Rule, Says } from './rule.ts';
import { readWeek, UnclearHours } from './week-text.ts';

/** An entry whose end has come everywhere: it is ignored, and said at the start. */
export type Ended = { id: string; until: string; by: string; because: string };

export type OperatorRules = {
  rules: readonly Rule[];
  overrides: readonly Override[];
  ended: readonly Ended[];
};

export const noOperatorRules: OperatorRules = { rules: [], overrides: [], ended: [] };

/** A rules file that cannot be taken: each problem names the entry and the fix. */
export class RulesFileError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'RulesFileError';
    this.problems = problems;
  }
}

const day = z.iso.date({ error: 'write a day such as 2027-06-30.' });
const words = (what: string) =>
  z.string({ error: `it is missing. ${what}` }).refine((text) => /\w{2}/.test(text), what);

/** What every entry says of itself: in force from its first day on, until and without its last. */
const about = {
  because: words('Write why, in a sentence.'),
  by: words('Write the name of who answers for it.'),
  from: day,
  until: day,
};

function endsAfterItBegins({ from, until }: { from: string; until: string }): boolean {
  return from < until;
}

const lasts = { path: ['until'], error: 'it ends before it begins. Write a day after “from”.' };

/** Hours may be written as one text: "Mon-Fri 09:00-18:00, Sat 10:00-14:00". */
const FileSays = z.preprocess((value, context) => {
  if (!isObject(value) || typeof value.windows !== 'string') return value;
  try {
    return { ...value, windows: readWeek(value.windows) };
  } catch (error) {
    if (!(error instanceof UnclearHours)) throw error;
    context.addIssue({ code: 'custom', path: ['windows'], message: error.message });
    return z.NEVER;
  }
}, Says.superRefine(holidaysAreKnown));

function holidaysAreKnown(says: Says, context: z.RefinementCtx): void {
  const sets = says.kind === 'hours' ? (says.closedOn ?? []) : [];
  for (const set of sets.filter((set) => !hasCalendar(set))) {
    context.addIssue({ code: 'custom', path: ['closedOn'], message: `there are no holidays of ${set}. Leave it out.` });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const place = Place.refine(isPlace, 'there is no such place. Write a country such as FR, a state such as US-FL, or *.');

const OwnRule = z
  .strictObject({ ...about, place, appliesTo: z.enum(['marketing', 'all']).default('all'), says: FileSays })
  .refine(endsAfterItBegins, lasts);

const OwnOverride = z
  .strictObject({
    ...about,
    'instead of': z.string({
      error: 'it is missing. Name a rule such as FR/hours/1, or a kind such as FR/hours or */hours.',
    }),
    says: z.union([z.literal('nothing').transform(() => null), FileSays], {
      error: 'write what holds instead, such as {"kind": "hours", "windows": "Mon-Fri 09:00-18:00"}, or "nothing".',
    }),
  })
  .superRefine((entry, context) => {
    const target = readTarget(entry['instead of']);
    if (typeof target === 'string') {
      context.addIssue({ code: 'custom', path: ['instead of'], message: target });
    } else if (entry.says && entry.says.kind !== target.kind) {
      context.addIssue({
        code: 'custom',
        path: ['says', 'kind'],
        message: `it must be “${target.kind}”, or says is "nothing".`,
      });
    }
  })
  .refine(endsAfterItBegins, lasts);

const RulesFile = z.strictObject({
  rules: z.array(OwnRule, { error: 'write a list in [ ].' }).default([]),
  overrides: z.array(OwnOverride, { error: 'write a list in [ ].' }).default([]),
});
type RulesFile = z.infer<typeof RulesFile>;

/** Reads the text of RULES_FILE. Throws a RulesFileError with all that is wrong. */
export function readRulesFile(text: string, now: Date): OperatorRules {
  const read = RulesFile.safeParse(asJson(text));
  if (!read.success) throw new RulesFileError(read.error.issues.map(problemInWords));

  const rules = asRules(read.data.rules);
  const overrides = read.data.overrides.map(asOverride);
  const isOver = ({ until }: { until?: string | undefined }) => until !== undefined && hasEndedEverywhere(until, now);
  const lasting = overrides.filter((override) => !isOver(override));
  const twice = lasting.filter(({ id }, at) => lasting.findIndex((other) => other.id === id) < at);
  if (twice.length > 0) {
    throw new RulesFileError(
      twice.map(({ insteadOf }) => `overrides: “${insteadOf}” is named twice. Keep one of them.`),
    );
  }
  return {
    rules: rules.filter((rule) => !isOver(rule)),
    overrides: lasting,
    ended: [
      ...rules.filter(isOver).map(({ id, until, entered }) => ({ id, until: until!, ...entered! })),
      ...overrides.filter(isOver).map(({ id, until, by, because }) => ({ id, until, by, because })),
    ],
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RulesFileError([
      `it is not JSON: ${error instanceof Error ? error.message : error}. Look for a missing comma or bracket.`,
    ]);
  }
}

/** "rules 2, until: write a day such as 2027-06-30." */
function problemInWords({ path, message }: z.core.$ZodIssue): string {
  const [list, at, ...field] = path;
  const entry = typeof at === 'number' ? `${String(list)} ${at + 1}` : path.map(String).join(' ');
  const where = [entry, field.map(String).join(' ')].filter(Boolean).join(', ');
  return where ? `${where}: ${message}` : message;
}

/** The day has begun, and the one before it is over, on the westernmost clock. */
export function hasEndedEverywhere(until: string, now: Date): boolean {
  return now.getTime() >= Date.parse(`${until}T12:00:00Z`);
}

/** Numbered by place and kind in the order of the file, ended ones included, so that the others keep their ids. */
function asRules(entries: RulesFile['rules']): Rule[] {
  const counts = new Map<string, number>();
  return entries.map(({ place, appliesTo, says, from, until, by, because }) => {
    const start = `operator/${place}/${says.kind}`;
    const number = (counts.get(start) ?? 0) + 1;
    counts.set(start, number);
    return {
      id: `${start}/${number}`,
      place,
      appliesTo,
      says,
      from,
      until,
      basis: 'operator',
      surety: 'sure',
      source: { title: 'The operator’s rules file', readOn: from },
      entered: { by, because },
    };
  });
}

function asOverride({ 'instead of': insteadOf, ...rest }: RulesFile['overrides'][number]): Override {
  return { id: `override/${insteadOf}`, insteadOf, ...rest };
}
