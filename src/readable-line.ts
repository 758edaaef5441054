/** One line of the log for people: the local time of day, the sentence, and its fields in brackets. */
export function readableLine(json: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const mark = level === 'warn' || level === 'error' ? `${String(level).toUpperCase()}: ` : '';
  const all = { ...fields, ...(err !== undefined && { error: (err as { message?: string }).message }) };
  const told = Object.entries(all).map(([name, value]) => `${name}: ${asText(value)}`);
  const details = told.length > 0 ? ` (${told.join(', ')})` : '';
  return `${timeOfDay(String(time))}  ${mark}${String(msg ?? '')}${details}\n${stackOf(err)}`;
}

/** Only bugs bring one along, and then people ask for it. */
function stackOf(err: unknown): string {
  const { stack } = (err ?? {}) as { stack?: string };
  const calls = stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return calls.map((line) => `${line}\n`).join('');
}

function timeOfDay(iso: string): string {
  const at = new Date(iso);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? withoutControls(value) : JSON.stringify(value);
}

/** Outside text must not move the cursor or paint the terminal. */
function withoutControls(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
