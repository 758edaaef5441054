import { type Contender, inFlight } from '../sending/contender.ts';
import { createNumbers } from '../sending/numbers.ts';
import { createBarePool } from '../sending/request.ts';
import { load } from './load.ts';

/** What we use of BullMQ 6 and its client of Redis. */
type Job = { data: { no: number } };
type Connection = { quit(): Promise<unknown> };
type Redis = { Redis: new (path: string, options: { maxRetriesPerRequest: null }) => Connection };
type Worker = {
  on(event: 'completed', hear: () => void): void;
  on(event: 'error' | 'failed', hear: (...about: unknown[]) => void): void;
  run(): Promise<void>;
  close(): Promise<void>;
};
type Bull = {
  Queue: new (
    name: string,
    options: { connection: Connection },
  ) => {
    addBulk(jobs: { name: string; data: Job['data']; opts: { attempts: number } }[]): Promise<unknown>;
    close(): Promise<void>;
  };
  Worker: new (
    name: string,
    handle: (job: Job) => Promise<object>,
    options: { connection: Connection; concurrency: number; autorun: boolean },
  ) => Worker;
};

/** As its documentation says: one worker with so many jobs at once, the result kept as the job's value. */
export const contender: Contender = async ({ providerUrl, server }) => {
  const pool = createBarePool(providerUrl);
  const { Queue, Worker } = await load<Bull>('bullmq');
  const { Redis } = await load<Redis>('ioredis');
  const connect = () => new Redis(server!.address, { maxRetriesPerRequest: null });
  const connections = [connect(), connect()] as const;
  const queue = new Queue('texts', { connection: connections[0] });
  const take = createNumbers();
  return {
    prepare: async (count) => {
      const first = take(count);
      const jobs = Array.from({ length: count }, (_, at) => ({
        name: 'text',
        data: { no: first + at },
        opts: { attempts: 1 },
      }));
      for (let at = 0; at < count; at += 1_000) await queue.addBulk(jobs.slice(at, at + 1_000));
      const worker = new Worker('texts', async ({ data }) => ({ messageId: await pool.send(data.no) }), {
        connection: connections[1],
        concurrency: inFlight,
        autorun: false,
      });
      return async () => {
        let left = count;
        const done = new Promise<void>((resolve, reject) => {
          worker.on('completed', () => {
            left -= 1;
            if (left === 0) resolve();
          });
          worker.on('failed', (_, error) => reject(error));
          worker.on('error', reject);
        });
        void worker.run();
        await done;
        await worker.close();
      };
    },
    async close() {
      await queue.close();
      await Promise.all(connections.map((connection) => connection.quit()));
      await pool.close();
    },
  };
};
