/**
 * The settings of an .env file that were lost although something was written: what follows a `#` is a comment, so
 * `INBOX_CHANNEL=#sms` is empty.
 */
export function lostInComments(text: string, environment: Readonly<Record<string, string | undefined>>): string[] {
  return [...text.matchAll(/^\s*(?:export\s+)?(\w+)\s*=#\S/gm)]
    .map(([, name]) => name!)
    .filter((name) => environment[name] === '');
}
