/**
 * How long it takes until everybody is shown when all people of a campaign write within five minutes, each something of
 * their own, and how long the thread gets. Real program, local Slack that takes one post a second.
 * Run: node bench/floods.ts [--people 10000] [--speed 2] [--plain] [--kill]
 * --speed: how much faster than ours time runs while they write; a slow machine keeps up with less.
 * --plain: a Slack that does not know the folded block; --kill: the program is killed in the middle and started again.
 */
import { parseArgs } from 'node:util';
import { printFloods } from './floods/print-floods.ts';
import { runFlood } from './floods/run-flood.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    speed: { type: 'string', default: '2' },
    plain: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
  },
});
const startMs = performance.now();
const figures = await runFlood({
  people: Number(values.people),
  speed: Number(values.speed),
  isPlain: values.plain,
  isKilled: values.kill,
});
console.log(printFloods(figures, performance.now() - startMs));
if (figures.broken.length > 0) process.exitCode = 1;
