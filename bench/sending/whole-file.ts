import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { type Contender, forEach } from './contender.ts';
import { createNumbers } from './numbers.ts';
import { createBarePool, phoneOf } from './request.ts';

type Person = { to: string; state: 'queued' | 'claimed' | 'sent'; messageId?: string };

/** How many people are in the file, whatever part of them is texted: a write costs what all of them cost. */
const wholeList = 20_000;

/** lowdb as its documentation begins: one file, written whole after each change. Claimed before, recorded after. */
export const contender: Contender = async ({ providerUrl, folder }) => {
  const pool = createBarePool(providerUrl);
  const people = Array.from({ length: wholeList }, (_, no): Person => ({ to: phoneOf(no), state: 'queued' }));
  const db = await JSONFilePreset(join(folder, 'campaign.json'), { people });
  await db.write();
  const take = createNumbers();
  return {
    prepare: async (count) => {
      const first = take(count);
      return () =>
        forEach(count, async (at) => {
          const person = db.data.people[first + at]!;
          person.state = 'claimed';
          await db.write();
          person.messageId = await pool.send(first + at);
          person.state = 'sent';
          await db.write();
        });
    },
    close: () => pool.close(),
  };
};
