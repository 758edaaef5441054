import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from '../sending/contender.ts';
import { createNumbers } from '../sending/numbers.ts';
import { createBarePool } from '../sending/request.ts';
import { load } from './load.ts';

/** What we use of graphile-worker 0.18. */
type Job = { identifier: string; payload: { no: number }; maxAttempts: number };
type Client = { query(sql: string): Promise<{ rows: { left: string }[] }> };
type Utils = {
  migrate(): Promise<void>;
  addJobs(jobs: Job[]): Promise<unknown>;
  withPgClient<T>(act: (client: Client) => Promise<T>): Promise<T>;
  release(): Promise<void>;
};
type Graphile = {
  makeWorkerUtils(options: object): Promise<Utils>;
  run(options: object): Promise<{ stop(): Promise<void> }>;
  Logger: new (create: () => () => void) => object;
};

/** `worker`: how it works off the queue. A job is deleted once it is done; nothing is tried again by itself. */
export function graphile(worker: object): Contender {
  return async ({ providerUrl, server }) => {
    const pool = createBarePool(providerUrl);
    const { makeWorkerUtils, run, Logger } = await load<Graphile>('graphile-worker');
    const own = { connectionString: server!.address, logger: new Logger(() => () => {}) };
    const utils = await makeWorkerUtils(own);
    await utils.migrate();
    const take = createNumbers();
    const taskList = { text: async ({ no }: Job['payload']) => void (await pool.send(no)) };
    const preset = { worker: { ...own, ...worker } };
    const left = (): Promise<number> =>
      utils.withPgClient(async (client) => {
        const { rows } = await client.query('select count(*) as left from graphile_worker._private_jobs');
        return Number(rows[0]!.left);
      });
    return {
      prepare: async (count) => {
        const first = take(count);
        const jobs = Array.from({ length: count }, (_, at) => ({
          identifier: 'text',
          payload: { no: first + at },
          maxAttempts: 1,
        }));
        for (let at = 0; at < count; at += 1_000) await utils.addJobs(jobs.slice(at, at + 1_000));
        return async () => {
          const runner = await run({ preset, taskList, noHandleSignals: true });
          while ((await left()) > 0) await sleep(20);
          await runner.stop();
        };
      },
      async close() {
        await utils.release();
        await pool.close();
      },
    };
  };
}
