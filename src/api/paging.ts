import { Problem } from './problem.ts';

const usualLimit = 100;
export const mostAtOnce = 1_000;

/** Where a page begins is ours: callers give back what they were told. */
export function writeCursor(place: unknown): string | null {
  return place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Null without one. `isPlace` tells what we have written. */
export function readCursor<Place>(query: URLSearchParams, isPlace: (place: unknown) => place is Place): Place | null {
  const given = query.get('after');
  if (given === null) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(given, 'base64url').toString());
    if (given.length <= 500 && isPlace(place)) return place;
  } catch {
    // Told below.
  }
  const detail = 'Give back the “next” of the page before, or leave “after” out to begin.';
  throw new Problem(400, 'bad_cursor', detail, { errors: [{ parameter: 'after', detail }] });
}

export function readLimit(query: URLSearchParams): number {
  const given = query.get('limit') ?? String(usualLimit);
  const limit = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (limit >= 1 && limit <= mostAtOnce) return limit;
  const detail = `Write a whole number from 1 to ${mostAtOnce}.`;
  throw new Problem(400, 'bad_limit', detail, { errors: [{ parameter: 'limit', detail }] });
}

/** Throws for a parameter that means nothing here, or two things: a mistyped one must not widen what is answered. */
export function refuseOthers(query: URLSearchParams, known: readonly string[], none = 'Nothing is asked here.'): void {
  const other = known.length === 0 ? none : `This is none of ${known.join(', ')}.`;
  const errors = [...new Set(query.keys())]
    .filter((name) => !known.includes(name) || query.getAll(name).length > 1)
    .map((name) => ({ parameter: name.slice(0, 40), detail: known.includes(name) ? saidTwice(name) : other }));
  if (errors.length > 0) throw new Problem(400, 'bad_parameter', errors[0]!.detail, { errors });
}

export function saidTwice(name: string): string {
  return `“${name.slice(0, 40)}” stands twice. Write it once.`;
}
