import type { LocalSlack } from '../../../../playground/slack/local-slack.ts';

export type Called = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Record<string, unknown>;
};

/** Calls a Web API method as an app does: a form with JSON inside, the bot token unless another is given. */
export async function call(
  slack: LocalSlack,
  method: string,
  args: Record<string, unknown> = {},
  token = slack.botToken,
): Promise<Called> {
  const fields = Object.entries(args).map(([field, value]): [string, string] => [
    field,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(slack.apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(fields) });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: Object(await response.json()),
  };
}
