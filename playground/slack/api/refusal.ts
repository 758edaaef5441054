import type { LintProblem } from '../lint/lint.ts';
import { printProblem } from '../lint/lint.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** Why the Web API answers `ok: false`; `extra` goes into the answer beside `error`. */
export class Refusal extends Error {
  readonly extra: Readonly<Record<string, unknown>>;
  readonly retryAfterS: number | undefined;
  constructor(error: string, extra: Readonly<Record<string, unknown>> = {}, retryAfterS?: number) {
    super(error);
    this.name = 'Refusal';
    this.extra = extra;
    this.retryAfterS = retryAfterS;
  }
}

/** Refuses with Slack's list of what is wrong: the first problem's own code, else the one given. */
export function refuseProblems(problems: readonly LintProblem[], code: string): void {
  const [first] = problems;
  if (!first) return;
  const messages = problems.map(printProblem);
  throw new Refusal(first.code === 'invalid' ? code : first.code, {
    errors: messages.map((message) => message.replace('[ERROR] ', '')),
    response_metadata: { messages },
  });
}

export function required(args: Arguments, field: string): string {
  const value = optional(args, field);
  if (value !== undefined && value !== '') return value;
  throw new Refusal('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${field}`] },
  });
}

export function optional(args: Arguments, field: string): string | undefined {
  const value = args[field];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function flag(args: Arguments, field: string): boolean {
  return ['true', '1'].includes(optional(args, field) ?? '');
}

/** An argument that is JSON: as a string in a form, or as a value in a JSON body. */
export function json(args: Arguments, field: string, refusal: string): unknown {
  const value = args[field];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw new Refusal(refusal);
  }
}

/** One page of a list, as Slack's cursors cut it. */
export function paginate<T>(
  items: readonly T[],
  args: Arguments,
  defaultLimit = 100,
): { page: T[]; nextCursor: string } {
  const limit = Math.min(Math.max(1, Number(optional(args, 'limit') ?? defaultLimit) || defaultLimit), 1000);
  const cursor = optional(args, 'cursor');
  const offset = cursor ? Number(Buffer.from(cursor, 'base64').toString().replace('next:', '')) : 0;
  if (!Number.isInteger(offset)) throw new Refusal('invalid_cursor');
  const end = offset + limit;
  const nextCursor = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { page: items.slice(offset, end), nextCursor };
}
