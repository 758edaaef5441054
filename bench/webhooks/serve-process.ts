import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Serve, ServeJob, Told } from './serving.ts';

/* The module of the server is the first argument, its job the first message; each later message asks what it has cost. */

const { serve } = (await import(process.argv[2]!)) as { serve: Serve };
const delay = monitorEventLoopDelay({ resolution: 1 });
const tell = (told: Told) => process.send!(told);

process.once('message', async (job: ServeJob) => {
  const { port, close } = await serve(job);
  let before = process.cpuUsage();
  delay.enable();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(before);
    tell({ cpuMicros: user + system, loopP99Ms: delay.percentile(99) / 1e6 });
    before = process.cpuUsage();
    delay.reset();
  });
  process.once('disconnect', () => void close().then(() => process.exit()));
  tell({ port });
});
