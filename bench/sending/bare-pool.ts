import { type Contender, forEach } from './contender.ts';
import { createNumbers } from './numbers.ts';
import { createBarePool } from './request.ts';

/** The floor: nothing is kept, nobody is asked. */
export const contender: Contender = async ({ providerUrl }) => {
  const pool = createBarePool(providerUrl);
  const take = createNumbers();
  return {
    prepare: async (count) => {
      const first = take(count);
      return () => forEach(count, async (at) => void (await pool.send(first + at)));
    },
    close: () => pool.close(),
  };
};
