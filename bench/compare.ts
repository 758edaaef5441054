import { writeFileSync } from 'node:fs';
import { compareWorld, judge, printComparison } from './compare/judge.ts';
import { pictureOf } from './compare/picture.ts';
import { aWorld } from './compare/world.ts';

/* The same worlds under each pace: `--seed` the first, `--worlds` how many, `--picture` a file for the dots. */

const [worlds, first] = [Number(option('--worlds') ?? 200), Number(option('--seed') ?? 1)];
const results = Array.from({ length: worlds }, (_, no) => compareWorld(aWorld(first + no)));
console.log(`${printComparison(results)}\n`);
for (const { goal, isMet, fact } of judge(results)) console.log(`- ${isMet ? 'Met' : 'Missed'}: ${goal}: ${fact}.`);
const picture = option('--picture');
if (picture) writeFileSync(picture, pictureOf(results));

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}
