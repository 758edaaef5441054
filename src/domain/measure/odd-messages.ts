import type { SegmentSummary } from '../campaign/campaign.ts';
import { garbledIn } from '../message/garbled.ts';
import { countSegments } from '../message/segments.ts';
import { placeholders, type Template } from '../message/template.ts';
import { type Link, linkFinder, longNumbersIn } from '../message/text-links.ts';

/** What one person's message has beyond the campaign's own text. */
type Oddity = { links: readonly Link[]; isNumber: boolean; isLong: boolean; garbled: string | undefined };

/** Fewer letters are a name. */
const fewestFilled = 30;
/** As many letters are an address or a list of dates, no name. */
const manyFilled = 60;

/**
 * Looks at messages as people will read them, and at the values in them as the list has them: a list can say what nobody
 * approved. Undefined for just a few filled-in words.
 */
export function oddityFinder(
  template: Template,
  columns: readonly string[] = [],
): (message: string, values?: readonly string[]) => Oddity | undefined {
  const fixed = template.parts.filter((part) => typeof part === 'string').join('');
  const own = template.parts.map((part) => (typeof part === 'string' ? part : (part.fallback ?? 'x'))).join('');
  const linksIn = linkFinder();
  const ownHosts = new Set(linksIn(own).map(({ host }) => host));
  const ownNumbers = new Set(longNumbersIn(own));
  const used = new Set(placeholders(template).map(({ name }) => columns.indexOf(name)));
  const { segments } = countSegments(fixed);

  return (message, values = []) => {
    const links = linksIn(message).filter(({ host }) => !ownHosts.has(host));
    const isNumber = longNumbersIn(message).some((found) => !ownNumbers.has(found));
    const filled = message.length - fixed.length;
    const isLong =
      (filled > fewestFilled && filled > fixed.length) ||
      (filled > manyFilled && countSegments(message).segments >= segments + 2);
    const garbled = firstOf(values, (value, at) => (used.has(at) ? garbledIn(value) : undefined));
    return links.length > 0 || isNumber || isLong || garbled ? { links, isNumber, isLong, garbled } : undefined;
  };
}

function firstOf<T, Found>(all: readonly T[], find: (one: T, at: number) => Found | undefined): Found | undefined {
  for (const [at, one] of all.entries()) {
    const found = find(one, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** At most this many are kept to be shown first. */
const mostKept = 200;
const mostHosts = 5;

/** Counts finds and remembers their places: links come first, whatever else a list is filled with. */
export function countOddities() {
  const counts = { people: 0, links: 0, doubtful: 0, numbers: 0, long: 0, garbled: 0 };
  let example: string | undefined;
  const [sure, doubtful] = [new Set<string>(), new Set<string>()];
  const nos = { sure: [] as number[], doubtful: [] as number[], others: [] as number[] };
  return {
    add(no: number, { links, isNumber, isLong, garbled }: Oddity): void {
      const isSure = links.some(({ kind }) => kind === 'sure');
      counts.people += 1;
      if (isSure) counts.links += 1;
      else if (links.length > 0) counts.doubtful += 1;
      if (isNumber) counts.numbers += 1;
      if (isLong) counts.long += 1;
      if (garbled) counts.garbled += 1;
      example ??= garbled;
      const kept = isSure ? nos.sure : links.length > 0 ? nos.doubtful : nos.others;
      if (kept.length < mostKept) kept.push(no);
      for (const { host, kind } of links) (kind === 'sure' ? sure : doubtful).add(host.slice(0, 80));
    },
    summary(): SegmentSummary['odd'] {
      if (counts.people === 0) return undefined;
      return {
        ...counts,
        ...(example !== undefined && { garbledWord: example.slice(0, 80) }),
        hosts: [...sure].slice(0, mostHosts),
        moreHosts: Math.max(0, sure.size - mostHosts),
        doubtfulHosts: [...doubtful].slice(0, mostHosts),
        nos: [...nos.sure, ...nos.doubtful, ...nos.others].slice(0, mostKept),
      };
    },
  };
}
