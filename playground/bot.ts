import { run } from '../src/run.ts';
import { createWorldClock, type TimeAnchor } from './world-clock.ts';
import { createWorldScheduler } from './world-scheduler.ts';

// The real program, unchanged, in a process of its own: only its time and its seconds come from the playground.
const clock = createWorldClock(JSON.parse(process.env.PLAYGROUND_TIME ?? ''));
process.on('message', (anchor: TimeAnchor) => clock.follow(anchor));
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await run(process.env, clock, createWorldScheduler(clock));
process.send?.('running');
