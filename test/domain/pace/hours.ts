import type { SendingHours } from '../../../src/domain/pace/sending-hours.ts';

export const everyDay = [1, 2, 3, 4, 5, 6, 7];

export function hours(from: string, to: string, days = everyDay, zone = 'Europe/Berlin'): SendingHours {
  return { zone, days, from, to };
}

/** "09:05" of the minutes since midnight. */
export function wallTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
