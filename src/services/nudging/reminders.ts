import type { UserId } from '../../domain/ids.ts';
import { newReminder, type Reminder } from '../../domain/nudge/reminder.ts';
import { requireReader } from '../authority.ts';
import type { Deps } from '../deps.ts';

/** When members want to be told each day what waits for them. Each is told who asks and checks it. */
export type ReminderDoors = {
  /** Undefined: they get none. */
  reminderOf(by: UserId): Promise<Reminder | undefined>;
  /** At this time of their day; null ends it. */
  setReminder(time: string | null, by: UserId): Promise<Reminder | undefined>;
};

export function createReminders({ store, people, clock, settings }: Deps): ReminderDoors {
  return {
    reminderOf: async (by) => {
      requireReader({ settings }, await people.find(by));
      return store.reminders.get(by);
    },
    setReminder: async (time, by) => {
      const member = await people.find(by);
      requireReader({ settings }, member);
      if (time === null) {
        await store.reminders.remove(by);
        return undefined;
      }
      const reminder = newReminder({ member: by, time, zone: member.zone }, clock.now());
      await store.reminders.save(reminder);
      return reminder;
    },
  };
}
