import type { Playground } from '../playground.ts';
import type { InspectorShape, WireShape } from './snapshot-shape.ts';

const exchangesShown = 80;
const detailShown = 3_000;

/** The newest traffic on the wire, the bot's own log, and what the real Slack would refuse. */
export function inspect({ slack, vonage, bot }: Playground): InspectorShape {
  const wire = [...slackTraffic(slack), ...vonageRequests(vonage), ...vonageWebhooks(vonage)];
  return {
    wire: wire.sort((one, other) => other.at - one.at).slice(0, exchangesShown),
    log: bot.log.slice(-exchangesShown).toReversed(),
    problems: slack.problems.map(({ where, pointer, message }) => `${where}: ${message} at ${pointer}`),
  };
}

function slackTraffic({ traffic }: Playground['slack']): WireShape[] {
  return traffic.slice(-exchangesShown).map(({ at, direction, method, body, status, answer }) => ({
    at,
    with: 'Slack',
    toBot: direction === 'to app',
    what: method,
    status: String(status || 'no answer'),
    detail: written({ sent: body, answered: answer }),
  }));
}

function vonageRequests({ requests }: Playground['vonage']): WireShape[] {
  return requests.slice(-exchangesShown).map((request) => ({
    at: request.at,
    with: 'Vonage',
    toBot: false,
    what: `${request.method} ${request.path}`,
    status: String(request.answered ?? 'no answer yet'),
    detail: written(request),
  }));
}

function vonageWebhooks({ webhooks }: Playground['vonage']): WireShape[] {
  return webhooks.slice(-exchangesShown).map(({ kind, body, state, attempts }) => ({
    at: attempts.at(-1)?.at ?? 0,
    with: 'Vonage',
    toBot: true,
    what: kind === 'inbound' ? 'a text came in' : `status: ${String(body.status)}`,
    status: String(attempts.at(-1)?.answer ?? state),
    detail: written({ sent: body, state, attempts: attempts.map(({ answer }) => answer) }),
  }));
}

function written(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.length > detailShown ? `${text.slice(0, detailShown)}\n…` : text;
}
