import { UserId } from '../domain/ids.ts';
import { direct } from './announcements.ts';
import type { Deps } from './deps.ts';

const silenceMs = 3_600_000;
/** A bound, in case reasons are ever more than the few fixed sentences. */
const mostRemembered = 100;

/**
 * Tells each admin named as a person what has to be fixed, at most once an hour for each reason. Never rejects; with
 * nobody to tell there is only the log, which the caller writes.
 */
export function createTellAdmins(
  { store, announcer, clock, log, settings }: Pick<Deps, 'store' | 'announcer' | 'clock' | 'log' | 'settings'>,
  textOf: (reason: string) => string = oddText,
): (reason: string) => Promise<void> {
  const told = new Map<string, number>();
  const admins = namedAdmins(settings.roles);

  return async (reason) => {
    const nowMs = clock.monotonicMs();
    const last = told.get(reason);
    if (admins.length === 0 || (last !== undefined && nowMs - last < silenceMs)) return;
    if (told.size >= mostRemembered) told.clear();
    told.set(reason, nowMs);

    const text = textOf(reason);
    const announcements = admins.map((to) => direct(to, null, clock.now(), text));
    try {
      await store.announcements.add(announcements);
      announcer.wake();
    } catch (error) {
      told.delete(reason);
      log.error({ err: error }, 'Admins could not be told what has to be fixed');
    }
  };
}

/** Admins named as people: others are user groups, whose members the store does not know. */
export function namedAdmins({ admins }: Deps['settings']['roles']): UserId[] {
  return admins.filter((id) => /^[UW]/.test(id)).map((id) => UserId.parse(id));
}

function oddText(reason: string): string {
  return `A text from a phone could not be read: ${reason}. The SMS provider sends it again for a day. Somebody may have written STOP, so ask whoever runs Trickle to fix this today.`;
}
