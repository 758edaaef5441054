import { Temporal } from 'temporal-polyfill';

/** The hour of the week by the zone's wall clock, with its fraction: 0 is Monday's midnight. `day`: its date. */
export function hourOfWeek(at: Date, zone: string): { hour: number; day: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return { hour: (local.dayOfWeek - 1) * 24 + local.hour + local.minute / 60, day: local.toPlainDate().toString() };
}
