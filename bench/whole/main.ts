import { runBarePool, runFlatOut } from './flat-out.ts';

const people = Number(process.argv[2] ?? 20_000);
const show = (name: string, figures: object) =>
  console.log(
    name.padEnd(10),
    JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value)),
  );
const floor = await runBarePool(people);
show('pool', floor);
for (const receipts of [false, true]) {
  const flat = await runFlatOut(people, { receipts, node: process.argv.slice(3) });
  show(receipts ? 'receipts' : 'flat', {
    ...flat,
    rate: flat.perSecond / floor.perSecond,
    cpu: flat.cpuUs / floor.cpuUs,
  });
}
