import { type Contender, forEach } from '../sending/contender.ts';
import { createNumbers } from '../sending/numbers.ts';
import { createBarePool } from '../sending/request.ts';
import { addJobs, queue, startBoss } from './pg-boss.ts';

/** As its documentation says for much work: full batches without a pause, and a result for each job of a batch. */
const options = { batchSize: 500, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5, perJobResults: true } as const;

export const contender: Contender = async ({ providerUrl, server }) => {
  const pool = createBarePool(providerUrl);
  const boss = await startBoss(server!.address);
  const take = createNumbers();
  return {
    prepare: async (count) => {
      await addJobs(boss, take(count), count);
      return async () => {
        let left = count;
        await new Promise<void>((resolve) => {
          void boss.work(queue, options, async (jobs) => {
            const messageIds: string[] = [];
            await forEach(jobs.length, async (at) => {
              messageIds[at] = await pool.send(jobs[at]!.data.no);
            });
            left -= jobs.length;
            if (left <= 0) resolve();
            return jobs.map(({ id }, at) => ({ id, status: 'completed', output: { messageId: messageIds[at] } }));
          });
        });
        await boss.offWork(queue);
      };
    },
    async close() {
      await boss.stop({ graceful: false });
      await pool.close();
    },
  };
};
