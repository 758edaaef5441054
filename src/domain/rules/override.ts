import { z } from 'zod';
import { isPlace } from './places.ts';
import { type Rule, Says } from './rule.ts';

/**
 * What holds instead of a rule, for a reason and a time: it stands beside the rule and never changes it. `insteadOf`: a
 * rule's id, or a place and a kind, such as `FR/hours` or, of every place, a star and a kind; `house/` before it means the
 * rules of the house alone. `says` is null where nothing holds instead.
 */
export const Override = z.object({
  id: z.string(),
  insteadOf: z.string(),
  says: Says.nullable(),
  because: z.string(),
  by: z.string(),
  from: z.string(),
  until: z.string(),
});
export type Override = z.infer<typeof Override>;

type Target = { isOfHouse: boolean; place: string; kind: Says['kind']; number: string | undefined };

const kinds = Says.options.map((option) => option.shape.kind.value);
const howTo = 'Name a rule such as FR/hours/1, or a kind such as FR/hours or */hours.';

/** What an override is about, or the sentence that says what is wrong with it. */
export function readTarget(text: string): Target | string {
  const [, house, place, kind, number] = text.match(/^(house\/)?([^/]+)\/([a-z_]+)(?:\/(\d+))?$/) ?? [];
  if (!place || !kind) return `“${text}” is not the name of a rule. ${howTo}`;
  if (!isPlace(place)) return `there is no place “${place}”. ${howTo}`;
  const known = kinds.find((known) => known === kind);
  if (!known) return `there is no kind “${kind}”: it is one of ${kinds.join(', ')}.`;
  return { isOfHouse: house !== undefined, place, kind: known, number };
}

/** Is that rule meant? Never one of the operator’s own: these are changed where they stand. */
export function isMeant(override: Pick<Override, 'insteadOf'>, rule: Pick<Rule, 'id' | 'place' | 'says'>): boolean {
  if (override.insteadOf === rule.id) return true;
  const target = readTarget(override.insteadOf);
  if (typeof target === 'string' || target.number || rule.id.startsWith('operator/')) return false;
  if (target.isOfHouse && !rule.id.startsWith('house/')) return false;
  return target.kind === rule.says.kind && (target.place === '*' || target.place === rule.place);
}

/** Those that may hold instead of the rule, the one that names it most closely first. */
export function overridesOf(overrides: readonly Override[], rule: Rule): Override[] {
  return overrides
    .filter((override) => isMeant(override, rule))
    .toSorted((a, b) => closeness(b.insteadOf) - closeness(a.insteadOf));
}

function closeness(insteadOf: string): number {
  const target = readTarget(insteadOf);
  if (typeof target === 'string') return 0;
  return (target.number ? 4 : 0) + (target.place === '*' ? 0 : 2) + (target.isOfHouse ? 1 : 0);
}
