import { lazily } from './lazily.ts';

const grouped = lazily(() => new Intl.NumberFormat('en-US'));

/** "1,180" */
export function number(value: number): string {
  return grouped().format(value);
}

/** "1 person", "1,180 people": the noun agrees with the count. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

export function people(value: number): string {
  return count(value, 'person', 'people');
}

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
