import { readFileSync } from 'node:fs';

/** What is printed in place of a start, and the exit code. */
type CommandLineAnswer = { code: 0 | 2; text: string };

/** Settings come from the environment, so words on the command line are a question or a mistake. Undefined: start. */
function answerTo(words: readonly string[], help: string): CommandLineAnswer | undefined {
  const unknown = words.find((word) => !questions.includes(word));
  if (unknown !== undefined) {
    return {
      code: 2,
      text: `${unknown}: there is no such option. Settings go into .env or the environment; see --help.`,
    };
  }
  if (words.includes('--version')) return { code: 0, text: version };
  return words.length > 0 ? { code: 0, text: help } : undefined;
}

const questions = ['--help', '-h', '--version'];

const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** Prints the answer and ends the process; returns only when there is none. */
export function answerOrGoOn(help: string): void {
  const answer = answerTo(process.argv.slice(2), help);
  if (!answer) return;
  (answer.code === 0 ? process.stdout : process.stderr).write(`${answer.text}\n`);
  process.exit(answer.code);
}
