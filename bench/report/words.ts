import { isMet, type Target } from '../run/section.ts';
import { number } from './text-table.ts';

/** "Met: rows a second: 106,000 (at least 80,000)". */
export function targetInWords(target: Target): string {
  const { what, value, unit } = target;
  const [bound, limit] = 'atMost' in target ? ['at most', target.atMost] : ['at least', target.atLeast];
  const digits = Math.max(digitsOf(limit), digitsOf(value) > 0 && Math.abs(value) < 100 ? 2 : 0);
  return `${isMet(target) ? 'Met' : 'MISSED'}: ${what}: ${number(value, digits)}${unit} (${bound} ${number(limit, digitsOf(limit))}${unit})`;
}

function digitsOf(value: number): number {
  return Number.isInteger(value) ? 0 : Math.min(3, String(value).split('.')[1]?.length ?? 0);
}
