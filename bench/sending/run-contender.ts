import { type Measured, measure } from '../run/measure.ts';
import type { Contender, SendingJob } from './contender.ts';

export type ContenderJob = SendingJob & { module: string; messages: number; warmUp: number };

/** Runs in a process of its own. What a contender compiles and connects while it warms up is not measured. */
export default async function runContender({ module, messages, warmUp, ...job }: ContenderJob): Promise<Measured> {
  const { contender } = (await import(module)) as { contender: Contender };
  const sending = await contender(job);
  const warm = await sending.prepare(warmUp);
  await warm();
  const send = await sending.prepare(messages);
  globalThis.gc?.();
  const measured = await measure(send, { backends: job.server ? [job.server.pid] : [], folder: job.folder });
  await sending.close();
  return measured;
}
