/**
 * Starts Trickle on a Node that can run it, from whatever Node this is: plain JavaScript, so that an old one gets as far
 * as saying what is wrong.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/** From here on Node runs TypeScript as it stands. */
const oldestMajor = 24;
const handedOver = '--handed-over';

const isNewEnough = Number(process.versions.node.split('.')[0]) >= oldestMajor;
const own = fileURLToPath(new URL('node_modules/.bin/node', import.meta.url));

if (isNewEnough) await runHere();
else if (existsSync(own) && !process.argv.includes(handedOver)) handOver();
else giveUp(`This is Node ${process.versions.node}, and the one that Trickle brings along is not installed`);

async function runHere() {
  // Whoever handed over and was killed must not leave a program behind that nobody knows of.
  if (process.argv.includes(handedOver)) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.argv = process.argv.filter((word) => word !== handedOver);
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Compiled code is kept for the next start, which then takes half as long. Where nothing can be written, nothing is kept.
  nodeModule.enableCompileCache(fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)));
  // What loading leaves behind for a moment would let the space of new objects grow to 64 MB for good: until all is loaded.
  setFlagsFromString('--semi-space-growth-factor=1');
  await import('./src/main.ts');
}

/** An old Node cannot become another program, so it stays as the one that passes signals on. */
function handOver() {
  const program = spawn(own, [fileURLToPath(import.meta.url), handedOver, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => program.kill(signal));
  program.on('error', () => giveUp(`This is Node ${process.versions.node}, and ${own} cannot be run on this machine`));
  program.on('exit', (code) => process.exit(code ?? 1));
}

function giveUp(why) {
  process.stderr.write(
    `${why}. Trickle needs Node ${oldestMajor} or newer: run "npm ci" without --omit=optional, or install that Node yourself.\n`,
  );
  process.exit(1);
}
