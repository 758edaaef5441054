import { type Outcome, runWorld } from './run-world.ts';
import type { World } from './world.ts';

/** What became of one world under each policy. `best`: the fastest fixed pace that keeps limit and promise, chosen with hindsight; null: none of those tried does. */
export type Compared = { world: World; fixed: Outcome; held: Outcome; team: Outcome; best: Outcome | null };
export type Goal = { goal: string; isMet: boolean; fact: string };

/** The form's defaults. */
const limit = 10;
const approved = { batchSize: 50, everySeconds: 300 };
const answerWithinS = 3_600;
const tried = [1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50];

export function compareWorld(world: World): Compared {
  const run = (throttle: Parameters<typeof runWorld>[1]['throttle']) => runWorld(world, { throttle, answerWithinS });
  const fixed = run({ ...approved, holdAbove: null });
  const held = run({ ...approved, holdAbove: limit });
  const team = run({ ...approved, holdAbove: limit, pace: 'team' });
  let best: Outcome | null = null;
  // Each larger one finishes earlier: the first from above that keeps to both is the best.
  for (const batchSize of tried.toReversed()) {
    const one = run({ batchSize, everySeconds: 300, holdAbove: null });
    if (one.mostOpen > limit + one.largestReplies || one.late > 0) continue;
    best = one;
    break;
  }
  return { world, fixed, held, team, best };
}

export function judge(results: readonly Compared[]): Goal[] {
  const within = share(results, ({ team }) => team.mostOpen <= limit + team.largestReplies);
  const withBest = results.filter(({ best }) => best !== null);
  const kept = share(withBest, ({ team }) => team.late === 0);
  const later = withBest.map(({ team, best }) => team.finish / best!.finish - 1).sort((a, b) => a - b);
  const better = share(
    results,
    ({ team, fixed }) => team.longestWait <= fixed.longestWait && team.mostOpen <= fixed.mostOpen,
  );
  const [median, ninth] = [quantile(later, 0.5), quantile(later, 0.9)];
  return [
    {
      goal: 'most open at most a batch’s replies above the limit in 95 %',
      isMet: within >= 0.95,
      fact: percent(within),
    },
    { goal: 'the promise kept wherever a fixed pace could', isMet: kept === 1, fact: percent(kept) },
    {
      goal: 'finish at most 15 % later than the best fixed pace in the median',
      isMet: median <= 0.15,
      fact: percent(median),
    },
    { goal: 'and at most 30 % in nine of ten', isMet: ninth <= 0.3, fact: percent(ninth) },
    {
      goal: 'wait and most open no worse than the form’s default pace in 90 %',
      isMet: better >= 0.9,
      fact: percent(better),
    },
  ];
}

/** A line for each policy: the median and, in brackets, the ninth of ten worlds. */
export function printComparison(results: readonly Compared[]): string {
  const rows: [string, (one: Compared) => Outcome | null][] = [
    ['Fixed pace', ({ fixed }) => fixed],
    ['The hold alone', ({ held }) => held],
    ['Follow the team', ({ team }) => team],
    ['Best fixed pace, with hindsight', ({ best }) => best],
  ];
  const lines = rows.map(([name, of]) => {
    const all = results.flatMap((one) => of(one) ?? []);
    const cell = (value: (one: Outcome) => number) => {
      const sorted = all.map(value).sort((a, b) => a - b);
      return `${Math.round(quantile(sorted, 0.5))} (${Math.round(quantile(sorted, 0.9))})`;
    };
    return `| ${name} | ${all.length} | ${cell((one) => one.finish)} | ${cell((one) => one.mostOpen)} | ${cell((one) => one.longestWait)} | ${cell((one) => one.late)} |`;
  });
  return [
    '| Policy | Worlds | Last text, minutes | Most open | Longest wait, minutes | Replies later than promised |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? 1 : all.filter(is).length / all.length;
}

function quantile(sorted: readonly number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
