import type { ByPlace, PlaceStanding } from '../../../ports/recipients.ts';
import { noScan, type RecipientColumns, type Scan } from '../memory/recipient-columns.ts';

/** What the rules say of each place of a list, by its index. `of`: the same text as long as they say the same. */
export type Standings = { of: string; list: readonly PlaceStanding[] };

const open: PlaceStanding = { kind: 'open', caps: [] };

export function standingsOf({ placeKeys }: RecipientColumns, byPlace: ByPlace | undefined): Standings {
  const list = placeKeys.map((key) => byPlace?.(key) ?? open);
  return { of: list.map(({ kind }) => kind[0]).join(''), list };
}

/** Where the search for people of open places goes on; from the beginning once others are open, or a cap has ended. */
export function scanOf(columns: RecipientColumns, standings: Standings, now: Date): Scan {
  const { scan, cursor } = columns;
  if (scan.of !== standings.of || now.getTime() >= scan.untilMs) return { ...noScan, of: standings.of, at: cursor };
  return { ...scan, at: Math.max(scan.at, cursor) };
}

/** See `RecipientReader.claimable`. */
export function countClaimable(
  columns: RecipientColumns,
  byPlace: ByPlace,
  now: Date,
): { people: number; until: Date | null } {
  const standings = standingsOf(columns, byPlace);
  const scan = scanOf(columns, standings, now);
  const until = Number.isFinite(scan.untilMs) ? new Date(scan.untilMs) : null;
  if (scan.at >= columns.size) return { people: 0, until };
  const people = columns.queuedIn.filter((_, index) => standings.list[index]?.kind !== 'wait');
  return { people: people.reduce((sum, queued) => sum + queued, 0), until };
}
