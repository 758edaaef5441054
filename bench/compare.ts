import { compareWorld, judge, printComparison } from './compare/judge.ts';
import { aWorld } from './compare/world.ts';

const [seeds, first] = [Number(option('--worlds') ?? 200), Number(option('--seed') ?? 1)];
const results = Array.from({ length: seeds }, (_, no) => compareWorld(aWorld(first + no)));
console.log(printComparison(results));
console.log(
  judge(results)
    .map(({ goal, isMet, fact }) => `${isMet ? 'met   ' : 'MISSED'} ${goal}: ${fact}`)
    .join('\n'),
);

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}
