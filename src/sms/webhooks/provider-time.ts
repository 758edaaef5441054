import type { Instant } from '../../domain/ids.ts';

const dayMs = 86_400_000;

/** The provider's timestamp as an instant; now, when it is unreadable or in the future. */
export function readProviderTime(timestamp: string, now: Date): Instant {
  return providerTime(timestamp, now) ?? now.toISOString();
}

/** The same, with undefined instead of now. */
export function providerTime(timestamp: string, now: Date): Instant | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|[+-]\d\d:?\d\d)?$/i.exec(timestamp.trim());
  if (!match) return undefined;
  const [, day, time, zone = 'Z'] = match;
  const ms = Date.parse(`${day}T${time}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(ms) || ms > now.getTime() + dayMs ? undefined : new Date(ms).toISOString();
}
