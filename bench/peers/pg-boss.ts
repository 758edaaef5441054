import { load } from './load.ts';

/** What we use of pg-boss 12. */
type Job = { id: string; data: { no: number } };
export type Boss = {
  on(event: 'error', hear: (error: Error) => void): void;
  start(): Promise<unknown>;
  stop(options: { graceful: boolean }): Promise<void>;
  createQueue(name: string, options: { retryLimit: number }): Promise<void>;
  insert(name: string, jobs: { data: { no: number } }[]): Promise<unknown>;
  fetch(name: string): Promise<Job[]>;
  complete(name: string, id: string, data: object): Promise<unknown>;
  work(
    name: string,
    options: { batchSize: number; burstWhenBatchFull: boolean; pollingIntervalSeconds: number; perJobResults: true },
    handle: (jobs: Job[]) => Promise<{ id: string; status: 'completed'; output: object }[]>,
  ): Promise<string>;
  /** Resolves when the batch that is being worked on is settled. */
  offWork(name: string): Promise<void>;
};

export const queue = 'texts';

/** Nothing is tried again by itself: a text may have gone out. */
export async function startBoss(address: string): Promise<Boss> {
  const { PgBoss } = await load<{ PgBoss: new (address: string) => Boss }>('pg-boss');
  const boss = new PgBoss(address);
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  await boss.createQueue(queue, { retryLimit: 0 });
  return boss;
}

/** So many jobs, from this number on. */
export async function addJobs(boss: Boss, first: number, count: number): Promise<void> {
  const jobs = Array.from({ length: count }, (_, at) => ({ data: { no: first + at } }));
  for (let at = 0; at < count; at += 1_000) await boss.insert(queue, jobs.slice(at, at + 1_000));
}
