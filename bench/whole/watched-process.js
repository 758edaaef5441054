import { monitorEventLoopDelay } from 'node:perf_hooks';

/*
 * Loaded into the process that is measured (`--import`): answers over its channel what it has used, and starts again with
 * each question. Plain JavaScript, so that it costs the process nothing to read. How late its loop is costs wake-ups, which
 * are watched for only when somebody asks, and not where little work is what is measured.
 */

// The histogram counts the timer's own period in.
const periodMs = 5;
const loop = monitorEventLoopDelay({ resolution: periodMs });
let cpu = process.cpuUsage();

if (process.channel) {
  process.on('message', (question) => {
    if (question === 'loop') return void loop.enable();
    const { user, system } = process.cpuUsage(cpu);
    process.send?.({
      cpuMs: (user + system) / 1_000,
      loopP99Ms: Math.max(0, loop.percentile(99) / 1e6 - periodMs),
      loopMaxMs: Math.max(0, loop.max / 1e6 - periodMs),
      rssMb: process.memoryUsage.rss() / 2 ** 20,
    });
    cpu = process.cpuUsage();
    loop.reset();
  });
  process.channel.unref();
  // Whoever measured and died must not leave it behind.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
