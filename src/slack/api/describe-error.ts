import { missingScope } from './slack-failure.ts';

/**
 * What a log may hold of an error: its name, where it was thrown, its words with every long number masked, and the
 * permission that Slack says is missing.
 */
export function describeError(error: unknown): { error: string; stack?: string; needed?: string } {
  if (!(error instanceof Error)) return { error: masked(String(error)) };
  const stack = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  const needed = missingScope(error);
  return {
    error: masked(`${error.name}: ${error.message}`),
    ...(needed !== undefined && { needed }),
    stack: stack.slice(0, 12).join('\n'),
  };
}

function masked(text: string): string {
  return text.replace(/\+?\d{7,15}/g, (digits) => `…${digits.slice(-4)}`);
}
