import { setFlagsFromString } from 'node:v8';
import { systemClock } from './clock.ts';
import { answerOrGoOn } from './command-line.ts';

answerOrGoOn(`Trickle: bulk SMS campaigns from Slack, at a pace your team can answer.

  npm start                starts it; Ctrl+C stops it
  npm start -- --version   says which version it is
  npm run playground       tries it out, with a Slack and phones that are not real

All settings come from the environment, or from .env in the folder where it starts.
README.md explains each of them; .env.example lists them all.`);

// Imported only now, so that a word on the command line is answered at once. A large folder is read faster where young
// objects have room, which `start.js` has kept small up to here.
const { run } = await import('./run.ts');
setFlagsFromString('--semi-space-growth-factor=2');
await run(process.env, systemClock);
