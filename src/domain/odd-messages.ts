import { countSegments } from './segments.ts';
import type { Template } from './template.ts';
import { hostsIn, longNumbersIn } from './text-links.ts';

/** What one person's message has that the campaign's own text has not. */
export type Oddity = { hosts: readonly string[]; isNumber: boolean; isLong: boolean };

/** Fewer letters than this are a name. */
const fewestFilled = 30;
/** An address or a list of dates, and no name. */
const manyFilled = 60;

/**
 * Looks at messages as people will read them: a list can say what nobody approved. Undefined for those that are the text
 * with a few words filled in.
 */
export function oddityFinder(template: Template): (message: string) => Oddity | undefined {
  const fixed = template.parts.filter((part) => typeof part === 'string').join('');
  const own = template.parts.map((part) => (typeof part === 'string' ? part : (part.fallback ?? 'x'))).join('');
  const ownHosts = new Set(hostsIn(own));
  const ownNumbers = new Set(longNumbersIn(own));
  const { segments } = countSegments(fixed);

  return (message) => {
    const hosts = [...new Set(hostsIn(message))].filter((host) => !ownHosts.has(host));
    const isNumber = longNumbersIn(message).some((found) => !ownNumbers.has(found));
    const filled = message.length - fixed.length;
    const isLong =
      (filled > fewestFilled && filled > fixed.length) ||
      (filled > manyFilled && countSegments(message).segments >= segments + 2);
    return hosts.length > 0 || isNumber || isLong ? { hosts, isNumber, isLong } : undefined;
  };
}

/** So many are shown before all others. */
const mostKept = 200;
const mostHosts = 5;

export type OddSummary = {
  people: number;
  links: number;
  numbers: number;
  long: number;
  hosts: string[];
  /** Positions in the list of the first ones. */
  nos: number[];
};

/** Counts what was found, and remembers where. */
export function countOddities() {
  const summary: OddSummary = { people: 0, links: 0, numbers: 0, long: 0, hosts: [], nos: [] };
  return {
    add(no: number, { hosts, isNumber, isLong }: Oddity): void {
      summary.people += 1;
      if (hosts.length > 0) summary.links += 1;
      if (isNumber) summary.numbers += 1;
      if (isLong) summary.long += 1;
      if (summary.nos.length < mostKept) summary.nos.push(no);
      for (const host of hosts) {
        if (summary.hosts.length < mostHosts && !summary.hosts.includes(host)) summary.hosts.push(host.slice(0, 80));
      }
    },
    summary: (): OddSummary | undefined => (summary.people > 0 ? summary : undefined),
  };
}
