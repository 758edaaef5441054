import { remindersDocument } from './document-names.ts';
import type { EventOf } from './events.ts';
import { type Memory, touch } from './memory.ts';

export function saveReminder(memory: Memory, { reminder }: EventOf<'reminder_saved'>): void {
  if (touch(memory, remindersDocument)) memory.reminders.set(reminder.member, reminder);
}

export function removeReminder(memory: Memory, { member }: EventOf<'reminder_removed'>): void {
  if (touch(memory, remindersDocument)) memory.reminders.delete(member);
}
