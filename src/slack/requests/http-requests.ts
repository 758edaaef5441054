import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BufferedIncomingMessage, HTTPModuleFunctions, type HTTPReceiver } from '@slack/bolt';

/** Slack's own requests are far smaller; larger ones are not read to their end. */
const longestBodyBytes = 512 * 1_024;
/** Bolt itself refuses requests five minutes old, but not ones dated ahead. */
const clockToleranceSeconds = 300;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Hands Slack's requests to Bolt, which checks their signature, except those that it would stumble over. */
export function slackRequests(
  receiver: HTTPReceiver,
  { isReady, onRefused }: { isReady: () => boolean; onRefused: (status: number) => void },
): Listener {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    // Until we know who we are, Slack is asked to come again.
    if (!isReady()) return refuse(request, response, 503);
    if (isOfTheFuture(request)) return refuse(request, response, 401);
    const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, longestBodyBytes);
    // Valid JSON but no object, such as `null`, would end in an unhandled rejection there.
    if (isNoObject(buffered)) return refuse(request, response, 400);
    receiver.requestListener(buffered, response);
  };
  return (request, response) => {
    response.once('finish', () => {
      if (response.statusCode >= 400) onRefused(response.statusCode);
    });
    answer(request, response).catch((error) => {
      const isTooLarge = HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413;
      refuse(request, response, isTooLarge ? 413 : 400);
    });
  };
}

function isOfTheFuture({ headers }: IncomingMessage): boolean {
  return Number(headers['x-slack-request-timestamp']) > Date.now() / 1_000 + clockToleranceSeconds;
}

function isNoObject(buffered: BufferedIncomingMessage): boolean {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(buffered);
    return typeof body !== 'object' || body === null;
  } catch {
    // Not even JSON: Bolt answers that, after checking the signature.
    return false;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  request.resume();
  // Endless senders are not listened to any longer.
  if (status === 413) response.shouldKeepAlive = false;
  if (!response.headersSent) response.writeHead(status, status === 503 ? { 'retry-after': '5' } : {});
  response.end();
}
