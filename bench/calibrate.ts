import { type Judged, judgeTeam, sharesOf } from './calibrate/judge.ts';

/*
 * Do eight of ten facts lie in the bands of the forecast? `--worlds` teams from `--seed` on, each with one to eight campaigns
 * that its forecast is made of, or `--former` so many; `--runs` rehearsals for each.
 */

const [worlds, first] = [Number(option('--worlds') ?? 500), Number(option('--seed') ?? 1)];
const [runs, former] = [Number(option('--runs') ?? 500), option('--former')];
const all: Judged[] = [];
for (let no = 0; no < worlds; no += 1) {
  all.push(await judgeTeam(first + no, { former: former === undefined ? 1 + (no % 8) : Number(former), runs }));
}
console.log('| Fact | Worlds | Below the band | Within | Above | Ought to be within |\n|---|---|---|---|---|---|');
for (const [fact, name] of [
  ['doneMs', 'Last text'],
  ['mostOpen', 'Most open'],
  ['longestWait', 'Longest wait'],
] as const) {
  const { of, below, within, above, sure } = sharesOf(all, fact);
  console.log(`| ${name} | ${of} | ${[below, within, above, sure].map(percent).join(' | ')} |`);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}
