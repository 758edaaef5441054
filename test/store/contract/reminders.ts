import { describe, expect, test } from 'vitest';
import type { Reminder } from '../../../src/domain/nudge/reminder.ts';
import { agent, author } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const early: Reminder = { member: agent, time: '09:00', zone: 'Europe/Berlin', doneOn: '2026-11-27' };
const digest = { id: 'r1', at: '2026-11-28T08:00:00.000Z', kind: 'digest' as const, campaignId: null, to: agent };

export function reminderContract(withStore: WithStore): void {
  describe('reminders', () => {
    test(
      'each member has one, the last that was saved, together with what it owes them',
      withStore(async (store, reopen) => {
        const done = { ...early, doneOn: '2026-11-28' };
        await store.reminders.save(early);
        await store.reminders.save({ ...early, member: author });
        await store.reminders.save(done, [{ ...digest, approvals: [], replies: [] }]);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.reminders.get(agent)).toEqual(done);
          expect(await one.reminders.all()).toHaveLength(2);
          expect(await one.announcements.pending()).toMatchObject([{ id: 'r1', to: agent }]);
        }
      }),
    );

    test(
      'are gone once removed, also when there was none',
      withStore(async (store, reopen) => {
        await store.reminders.save(early);
        await store.reminders.remove(agent);
        await store.reminders.remove(author);
        for await (const one of nowAndReopened(store, reopen)) expect(await one.reminders.all()).toEqual([]);
      }),
    );
  });
}
