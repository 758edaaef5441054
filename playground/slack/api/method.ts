import type { SlackState } from '../state.ts';
import type { Arguments } from './refusal.ts';

/** One Web API method: the scopes it asks for (any one of a method's list is enough) and what it does. */
export type Method = {
  /** `app` for the app-level token, `none` for methods without a token; the bot token otherwise. */
  readonly token?: 'app' | 'none';
  readonly scopes?: readonly string[] | ((state: SlackState, args: Arguments) => readonly string[]);
  run(state: SlackState, args: Arguments): Record<string, unknown>;
};

export type Methods = Readonly<Record<string, Method>>;
