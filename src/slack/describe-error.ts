/** What a log may hold of an error: its name, where it was thrown, and its words with every long number masked. */
export function describeError(error: unknown): { error: string; stack?: string } {
  if (!(error instanceof Error)) return { error: masked(String(error)) };
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { error: masked(`${error.name}: ${error.message}`), stack: stack.slice(0, 12).join('\n') };
}

function masked(text: string): string {
  return text.replace(/\+?\d{7,15}/g, (digits) => `…${digits.slice(-4)}`);
}
