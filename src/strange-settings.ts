/** A variable that looks like a setting of ours and is none. */
type Strange = {
  name: string;
  /** The setting that was probably meant. */
  likely: string | undefined;
  /** Nobody else would use that name, and the likely setting is unset. */
  isSure: boolean;
};

/** Finds what was probably meant for us: names close to ours, and unknown ones that begin as only ours do. */
export function strangeSettings(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): Strange[] {
  const free = new Set(known);
  return Object.keys(environment)
    .filter((name) => environment[name]?.trim() && !free.has(name) && !ofOthers.test(name))
    .map((name): Strange => {
      const likely = nearest(name, known);
      const isSure = likely !== undefined && !commonNames.has(likely) && !environment[likely]?.trim();
      return { name, likely, isSure };
    })
    .filter(({ name, likely }) => likely !== undefined || ourBeginnings.test(name));
}

/** Says what is wrong with it and what to do. */
export function strangeSentence({ name, likely }: Strange): string {
  return likely === undefined
    ? `${name}: Trickle has no such setting and does nothing with it. The README lists them all.`
    : `${name}: there is no such setting. Did you mean ${likely}? Rename it, or unset it if it is for another program.`;
}

const ourBeginnings = /^(SLACK|VONAGE|SMS|TRICKLE|METRICS)_/;
/** Slack's own tool sets these when it starts the program. */
const ofOthers = /^SLACK_CLI_|^SLACK_APP_ID$|^SLACK_TEAM_ID$/;
/** So common that a variable with a close name may be another program's. */
const commonNames = new Set(['HOST', 'PORT', 'DEBUG', 'TIME_ZONE', 'LOG_LEVEL', 'PUBLIC_URL', 'STORE_URL']);
const shortestToMistake = 6;

function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name);
  if (wanted.length < shortestToMistake) return undefined;
  const [best] = known
    .filter((one) => plain(one).length >= shortestToMistake)
    .map((one) => ({ one, edits: distance(wanted, plain(one)) }))
    .sort((a, b) => a.edits - b.edits);
  // In short names two letters are too much: ADMIRE is not ADMINS.
  const most = wanted.length < 10 ? 1 : 2;
  return best && best.edits <= most ? best.one : undefined;
}

function plain(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** How many letters to change, insert or delete (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [at, second] of [...other].entries()) {
      next.push(Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + (letter === second ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** Settings of an .env file lost although something was written: `#` begins a comment, so `INBOX_CHANNEL=#sms` is empty. */
export function lostInComments(text: string, environment: Readonly<Record<string, string | undefined>>): string[] {
  return text
    .split('\n')
    .map((line) => /^(?:export )?(\w+) ?=#\S/.exec(line.trim())?.[1])
    .filter((name): name is string => name !== undefined && environment[name] === '');
}
