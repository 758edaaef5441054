/** Settings of an .env file lost although something was written: `#` begins a comment, so `INBOX_CHANNEL=#sms` is empty. */
export function lostInComments(text: string, environment: Readonly<Record<string, string | undefined>>): string[] {
  return text
    .split('\n')
    .map((line) => /^(?:export )?(\w+) ?=#\S/.exec(line.trim())?.[1])
    .filter((name): name is string => name !== undefined && environment[name] === '');
}
