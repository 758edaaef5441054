import { type Asked, daysOf, idsAt, sayingsAt } from './asked.ts';
import { type Cap, capEnds } from './cap.ts';
import { openHours } from './open-hours.ts';

/**
 * May a text be sent there now? `since`: when that began, null where it has always been so. `until`: by then it must have
 * left, null where no rule closes; `claimUntil`: from then on none is begun. A wait without `until` ends when somebody enters what is missing. `rules`: the ids that decided.
 */
export type Verdict =
  | { kind: 'send'; since: Date | null; until: Date | null; claimUntil: Date | null; rules: readonly string[] }
  | { kind: 'wait'; until: Date | null; because: WaitBecause; rules: readonly string[] }
  | { kind: 'skip'; because: SkipBecause; rules: readonly string[] };

/** `calendar`: nobody knows the public holidays of those days; `held`: they wrote what may mean STOP. */
export type WaitBecause = { kind: 'hours' } | { kind: 'calendar'; endsOn: string } | { kind: 'held' } | CapReached;

/** So many texts in so many hours are allowed, and they have had them. */
export type CapReached = Cap & { kind: 'cap' };

/** `no_rule`: nobody has entered one for those places; `no_hour`: no hour suits all places in which they may be. */
export type SkipBecause =
  | { kind: 'opted_out' }
  | { kind: 'no_rule'; places: readonly string[] }
  | { kind: 'blocked'; because: string }
  | { kind: 'no_hour' };

/** What is known of one person: their word about texts, and when campaigns have texted them, or may have. */
export type Person = { suppression?: 'opted_out' | 'held' | undefined; textedAt: readonly Date[] };

/** The whole decision about one person, the hardest ground first. Pure: the same facts, the same verdict. */
export function judge(asked: Asked, person: Person, now: Date): Verdict {
  if (person.suppression === 'opted_out') return { kind: 'skip', because: { kind: 'opted_out' }, rules: ['opt-out'] };
  if (person.suppression === 'held') {
    return { kind: 'wait', until: null, because: { kind: 'held' }, rules: ['opt-out'] };
  }
  const place = judgePlace(asked, now);
  if (place.kind === 'skip') return place;
  const capped = judgeCaps(asked, person.textedAt, now);
  if (!capped) return place;
  // At the moment that the cap ends it may be night there.
  const then = judgePlace(asked, capped.until);
  return then.kind === 'wait' && then.until ? { ...capped, until: then.until, rules: then.rules } : capped;
}

/** What holds for everybody who may be in the same places: found once for a group of people. */
export function judgePlace(asked: Asked, now: Date): Verdict {
  const missing = [...new Set(daysOf(asked, now).flatMap((day) => asked.missingOn(day)))];
  if (missing.length > 0) {
    const rules = missing.map((place) => `${place}/none`);
    return { kind: 'skip', because: { kind: 'no_rule', places: missing }, rules };
  }
  const [blocked] = sayingsAt(asked, 'blocked', now);
  if (blocked)
    return { kind: 'skip', because: { kind: 'blocked', because: blocked.says.because }, rules: [blocked.id] };
  const rules = idsAt(asked, now);
  const open = openHours(asked, now.getTime());
  if (open.kind === 'never') return { kind: 'skip', because: { kind: 'no_hour' }, rules };
  if (open.kind === 'calendar') {
    return { kind: 'wait', until: null, because: { kind: 'calendar', endsOn: open.endsOn }, rules };
  }
  if (open.opensMs > now.getTime()) {
    return { kind: 'wait', until: new Date(open.opensMs), because: { kind: 'hours' }, rules };
  }
  return {
    kind: 'send',
    since: dateOf(open.opensMs),
    until: dateOf(open.closesMs),
    claimUntil: dateOf(open.lastMs),
    rules,
  };
}

/** The cap that is reached and ends last; undefined when none is. */
function judgeCaps(asked: Asked, textedAt: readonly Date[], now: Date) {
  const reached = sayingsAt(asked, 'cap', now).flatMap(({ id, says }) => {
    const { max, perHours } = says;
    const until = capEnds(textedAt, { max, perHours }, now);
    return until ? [{ until, because: { kind: 'cap', max, perHours } as const, rules: [id] }] : [];
  });
  const [last] = reached.sort((a, b) => b.until.getTime() - a.until.getTime());
  return last && { kind: 'wait' as const, ...last };
}

/** Rules that are open at any time have neither a beginning nor an end. */
function dateOf(ms: number): Date | null {
  return Number.isFinite(ms) ? new Date(ms) : null;
}
