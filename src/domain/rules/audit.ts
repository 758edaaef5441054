import { daysAt } from './asked.ts';
import { calendarEnds, hasCalendar } from './holidays/calendar.ts';
import { isLooser } from './is-looser.ts';
import { type Ended, hasEndedEverywhere } from './operator-rules.ts';
import { isMeant, type Override, overridesOf } from './override.ts';
import { countryOf } from './places.ts';
import { isInForce, isOf, isStale, type Rule, type RuleOf } from './rule.ts';
import { opened, type RuleBook } from './rule-book.ts';

/** What somebody should know of the rules at a moment: what grows old, what changes soon, and what is less than usual. */
export type Finding =
  /** These places close after that day; `step`: within so many days, 0 once they have. */
  | { kind: 'calendar'; ends: string; closedFrom: string; step: 90 | 30 | 0; sets: string[]; places: string[] }
  /** Read more than twelve months ago. */
  | { kind: 'stale'; readOn: string; rules: number; places: string[] }
  | ({ kind: 'ending' } & Entries)
  | ({ kind: 'ended' } & Entries)
  | { kind: 'coming'; from: string; ids: string[] }
  /** The version of the zone data is two calendar years old: eighteen months, in the middle. */
  | { kind: 'zone_data'; version: string }
  | ({ kind: 'looser' } & Entries)
  /** What the house asks elsewhere does not hold in these places. */
  | { kind: 'house_off'; setting: string; text: string; places: string[] };

/** Of the operator's file, entered by one person for one reason, in force until and without that day. */
type Entries = { ids: string[]; until: string; by: string; because: string };

/** Everything that there is to say, what is urgent first. `zoneData`: its version, such as 2026c; undefined: unknown. */
export function auditOf(book: RuleBook, zoneData: string | undefined, now: Date): Finding[] {
  const today = dayOf(now);
  return [
    ...calendarFindings(book, today),
    ...entryFindings(book, now),
    ...comingFindings(book, today),
    ...staleFindings(book, now),
    ...zoneDataFindings(zoneData, today),
    ...looserFindings(book, now),
    ...houseFindings(book),
  ];
}

/** Of what is said once: what it is, and which step. Empty: it stands on the lists and is not news. */
export function newsOf(finding: Finding): string[] {
  switch (finding.kind) {
    case 'calendar':
      return finding.sets.map((set) => `calendar ${set} ${finding.ends} ${finding.step}`);
    case 'stale':
      return [`stale ${finding.readOn}`];
    case 'ending':
    case 'ended':
      return finding.ids.map((id) => `${finding.kind} ${id} ${finding.until}`);
    case 'coming':
      return finding.ids.map((id) => `coming ${id} ${finding.from}`);
    case 'zone_data':
      return [`zone_data ${finding.version}`];
    default:
      return [];
  }
}

/** How many places have a rule that is not of the house alone. */
export function placesWithRules({ rules }: RuleBook, now: Date): number {
  const day = dayOf(now);
  const known = rules.filter((rule) => !rule.id.startsWith('house/') && rule.place !== '*' && isInForce(rule, day));
  return new Set(known.map(({ place }) => place)).size;
}

const soonDays = 30;

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** From the one date to the other; negative where that is over. */
function daysFrom(day: string, other: string): number {
  return (Date.parse(other) - Date.parse(day)) / 86_400_000;
}

function isSoon(day: string, today: string): boolean {
  return day > today && daysFrom(today, day) <= soonDays;
}

/** Whoever closes on holidays is closed once they are not known; not said of places where nobody is texted anyway. */
function calendarFindings(book: RuleBook, today: string): Finding[] {
  const uses = book.rules.filter(isOf('hours')).flatMap((rule) => calendarsOf(book, rule, today));
  return [...Map.groupBy(uses, ({ ends }) => ends)].map(([ends, uses]) => ({
    kind: 'calendar',
    ends,
    closedFrom: dayOf(new Date(Date.parse(ends) + 86_400_000)),
    step: stepOf(ends, today)!,
    sets: unique(uses.map(({ set }) => set)),
    places: unique(uses.map(({ place }) => place)),
  }));
}

function stepOf(ends: string, today: string): 90 | 30 | 0 | undefined {
  const left = daysFrom(today, ends);
  if (left < 0) return 0;
  if (left <= 30) return 30;
  return left <= 90 ? 90 : undefined;
}

/** The calendars that the rule, or what holds instead of it, asks on the first day that they do not know. */
function calendarsOf(book: RuleBook, rule: RuleOf<'hours'>, today: string) {
  const instead = overridesOf(book.overrides, rule);
  const sets = unique([rule.says, ...instead.map(({ says }) => says)].flatMap((says) => closedOn(says)));
  return sets.filter(hasCalendar).flatMap((set) => {
    const ends = calendarEnds(set);
    if (stepOf(ends, today) === undefined) return [];
    const day = ends < today ? today : dayOf(new Date(Date.parse(ends) + 86_400_000));
    const held = instead.find((override) => isInForce(override, day)) ?? rule;
    const asks = isInForce(rule, day) && closedOn(held.says).includes(set) && !isBlocked(book, rule.place, day);
    return asks ? [{ set, ends, place: rule.place }] : [];
  });
}

function closedOn(says: Rule['says'] | null): readonly string[] {
  return says?.kind === 'hours' ? (says.closedOn ?? []) : [];
}

function isBlocked({ rules, overrides }: RuleBook, place: string, day: string): boolean {
  return rules.some(
    (rule) =>
      rule.says.kind === 'blocked' &&
      rule.place === countryOf(place) &&
      isInForce(rule, day) &&
      !overridesOf(overrides, rule).some((override) => override.says === null && isInForce(override, day)),
  );
}

/** Entries of the operator's file: a known rule that ends is followed by another. */
function entryFindings({ rules, overrides, ended = [] }: RuleBook, now: Date): Finding[] {
  const entered = [
    ...overrides,
    ...rules.flatMap(({ id, until, entered }) => (entered && until ? [{ id, until, ...entered }] : [])),
  ];
  const isOver = ({ until }: { until: string }) => hasEndedEverywhere(until, now);
  const ending = entered.filter((one) => !isOver(one) && daysFrom(dayOf(now), one.until) <= soonDays);
  return [
    ...together([...ended, ...entered.filter(isOver)]).map((of): Finding => ({ kind: 'ended', ...of })),
    ...together(ending).map((of): Finding => ({ kind: 'ending', ...of })),
  ];
}

function together(entries: readonly Ended[]): Entries[] {
  const groups = Map.groupBy(entries, ({ until, by, because }) => JSON.stringify([until, by, because]));
  return [...groups.values()].map((of) => {
    const { until, by, because } = of[0]!;
    return { ids: of.map(({ id }) => id), until, by, because };
  });
}

function comingFindings({ rules, overrides }: RuleBook, today: string): Finding[] {
  const coming = [...rules, ...overrides].flatMap(({ id, from }) =>
    from && isSoon(from, today) ? [{ id, from }] : [],
  );
  return [...Map.groupBy(coming, ({ from }) => from)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, of]) => ({ kind: 'coming', from, ids: of.map(({ id }) => id) }));
}

function staleFindings({ rules }: RuleBook, now: Date): Finding[] {
  const today = dayOf(now);
  const stale = rules.filter((rule) => isStale(rule, now) && (rule.until === undefined || today < rule.until));
  return [...Map.groupBy(stale, ({ source }) => source.readOn)].map(([readOn, of]) => ({
    kind: 'stale',
    readOn,
    rules: of.length,
    places: unique(of.map(({ place }) => place)),
  }));
}

function zoneDataFindings(version: string | undefined, today: string): Finding[] {
  const year = Number(version?.match(/^\d{4}/)?.[0]);
  return version && Number(today.slice(0, 4)) - year >= 2 ? [{ kind: 'zone_data', version }] : [];
}

/** What the operator lets hold now that a rule would have kept, or where no rule is known. */
function looserFindings({ rules, overrides }: RuleBook, now: Date): Finding[] {
  const days = daysAt(now);
  const isOn = (one: Parameters<typeof isInForce>[0]) => days.some((day) => isInForce(one, day));
  const inForce = rules.filter(isOn);
  const isMore = (override: Override) =>
    opened(override).length > 0 || inForce.some((rule) => isMeant(override, rule) && isLooser(override, rule));
  return together(overrides.filter(isOn).filter(isMore)).map((of) => ({ kind: 'looser', ...of }));
}

/** The house says it itself, in a note for each place. */
function houseFindings({ rules }: RuleBook): Finding[] {
  const notes = rules.filter(isOf('note')).filter(({ id }) => id.startsWith('house/'));
  const settings = notes.map((rule) => ({ rule, setting: rule.place === '*' ? 'HOUSE_CAPS' : 'HOUSE_HOURS' }));
  return [...Map.groupBy(settings, ({ rule, setting }) => `${setting} ${rule.says.text}`).values()].map((of) => ({
    kind: 'house_off',
    setting: of[0]!.setting,
    text: of[0]!.rule.says.text,
    places: unique(of.map(({ rule }) => rule.place)),
  }));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
