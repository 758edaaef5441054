/**
 * How many presses a reply costs, and how long the longest wait is: of 1,000 phones 400 answer within minutes, and two
 * agents begin when that is over; with --at-once, with the first reply.
 * Run: node bench/answering.ts [--seed 1] [--people 1000] [--speed 30] [--at-once]
 */
import { parseArgs } from 'node:util';
import { printFigures } from './answering/print-figures.ts';
import { runAnswering } from './answering/run-answering.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '1000' },
    speed: { type: 'string', default: '30' },
    'at-once': { type: 'boolean', default: false },
  },
});
/** So many times fewer presses than with each reply on its own card. */
const wantedTimes = 3;

const seed = Number(values.seed);
const startMs = performance.now();
const figures = await runAnswering({
  seed,
  people: Number(values.people),
  speed: Number(values.speed),
  isAtOnce: values['at-once'],
});
console.log(printFigures(figures, { seed, tookMs: performance.now() - startMs }));
const isTooDear = figures.pressesBefore < wantedTimes * figures.pressesNow;
if (isTooDear) console.log(`BROKEN: fewer than ${wantedTimes} times fewer presses.`);
if (isTooDear || figures.broken.length > 0) process.exitCode = 1;
