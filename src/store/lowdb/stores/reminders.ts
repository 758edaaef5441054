import { Reminder } from '../../../domain/nudge/reminder.ts';
import type { ReminderStore } from '../../../ports/store.ts';
import type { Changes } from './changes.ts';

export function reminderStore(changes: Changes): ReminderStore {
  const { memory } = changes;
  return {
    async all() {
      return [...memory.reminders.values()];
    },
    async get(member) {
      return memory.reminders.get(member);
    },
    async save(given, announcements = []) {
      const reminder = Reminder.parse(given);
      await changes.ready();
      await changes.commit({ kind: 'reminder_saved', reminder, announcements: [...announcements] });
    },
    async remove(member) {
      await changes.ready();
      if (!memory.reminders.has(member)) return changes.durable();
      await changes.commit({ kind: 'reminder_removed', member });
    },
  };
}
