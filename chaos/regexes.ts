import { writeFileSync } from 'node:fs';
import { asWritten, regexesOfTheProgram, whySlow } from '../test/support/hostile/regexes.ts';

// Proves that every regular expression of the program takes time linear in the text, and writes those down.
const proven: string[] = [];
const slow: string[] = [];
for (const regex of regexesOfTheProgram()) {
  const why = await whySlow(regex);
  if (why === undefined) proven.push(asWritten(regex));
  else slow.push(`${regex.file}  ${asWritten(regex)}\n    ${why}`);
}
writeFileSync(new URL('../test/hostile/proven-regexes.txt', import.meta.url), `${proven.sort().join('\n')}\n`);
console.log(`${proven.length} are linear. ${slow.length} are not, or nobody could tell:\n${slow.join('\n')}`);
