import { type Contender, forEach } from '../sending/contender.ts';
import { createNumbers } from '../sending/numbers.ts';
import { createBarePool } from '../sending/request.ts';
import { addJobs, queue, startBoss } from './pg-boss.ts';

/** A job is fetched, sent and completed by itself, by as many workers as messages may be on their way. */
export const contender: Contender = async ({ providerUrl, server }) => {
  const pool = createBarePool(providerUrl);
  const boss = await startBoss(server!.address);
  const take = createNumbers();
  return {
    prepare: async (count) => {
      await addJobs(boss, take(count), count);
      return () =>
        forEach(count, async () => {
          const [job] = await boss.fetch(queue);
          if (!job) throw new Error('pg-boss has no more jobs.');
          await boss.complete(queue, job.id, { messageId: await pool.send(job.data.no) });
        });
    },
    async close() {
      await boss.stop({ graceful: false });
      await pool.close();
    },
  };
};
