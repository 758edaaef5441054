import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { internalError, type Problem, throttled } from './problems.ts';
import type { Answer, GarbledBody } from './scripted-answers.ts';

/** Puts a scripted answer on the wire, as Vonage (or something before it) would. Tells how the request ended. */
export function giveAnswer(res: ServerResponse, answer: Answer, messageUuid: string): number | 'reset' | 'silence' {
  switch (answer.kind) {
    case 'accept':
      return giveJson(res, 202, { message_uuid: messageUuid });
    case 'reject':
      return giveRejection(res, answer.status, answer.body, answer.headers);
    case 'throttle':
      return giveProblem(res, throttled(), answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter });
    case 'garble':
      return giveGarbled(res, answer.body, messageUuid);
    case 'redirect':
      res.writeHead(answer.status, { location: answer.location ?? '/v1/messages?redirected=1' }).end();
      return answer.status;
    case 'fail':
      return answer.as === 'json' ? giveProblem(res, internalError(answer.status)) : giveHtml(res, answer.status);
    case 'silence':
      return 'silence';
    case 'reset':
      return cut(res, answer.when === 'after reading' && answer.by === 'fin' ? 'fin' : 'rst');
  }
}

export function giveJson(res: ServerResponse, status: number, body: unknown): number {
  return give(res, status, { 'content-type': 'application/json' }, JSON.stringify(body));
}

export function giveProblem(res: ServerResponse, problem: Problem, headers: Record<string, string> = {}): number {
  const instance = randomUUID().replaceAll('-', '');
  const body = JSON.stringify({ ...problem.body, instance });
  return give(res, problem.status, { 'content-type': problem.contentType, ...headers }, body);
}

/** Ends the connection without an answer: `rst` aborts it, `fin` closes it in order. */
export function cut(res: ServerResponse, by: 'rst' | 'fin'): 'reset' {
  if (by === 'rst') res.socket?.resetAndDestroy();
  if (by === 'fin') res.socket?.destroySoon();
  return 'reset';
}

function give(res: ServerResponse, status: number, headers: Record<string, string>, body: string): number {
  res.writeHead(status, { 'x-request-id': randomUUID(), 'content-length': Buffer.byteLength(body), ...headers });
  res.end(body);
  return status;
}

function giveRejection(
  res: ServerResponse,
  status: number,
  body: Record<string, unknown> | string | undefined,
  headers: Record<string, string> = {},
): number {
  if (typeof body === 'string') return give(res, status, { 'content-type': 'text/html', ...headers }, body);
  const problem: Problem = {
    status,
    contentType: status === 422 ? 'application/json' : 'application/problem+json',
    body: body ?? { title: 'Refused', detail: 'The request was refused.' },
  };
  return giveProblem(res, problem, headers);
}

function giveHtml(res: ServerResponse, status: number): number {
  const page = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
  return give(res, status, { 'content-type': 'text/html' }, page);
}

function giveGarbled(res: ServerResponse, garbled: GarbledBody, messageUuid: string): 202 {
  const whole = JSON.stringify({ message_uuid: messageUuid });
  const json = { 'content-type': 'application/json' };
  if (garbled === 'html') giveHtml(res, 202);
  if (garbled === 'empty') give(res, 202, json, '');
  if (garbled === 'no uuid') give(res, 202, json, '{}');
  if (garbled === 'wrong type') give(res, 202, { 'content-type': 'text/plain' }, whole);
  if (garbled === 'cut') {
    res.writeHead(202, { ...json, 'content-length': whole.length });
    res.write(whole.slice(0, 20), () => cut(res, 'fin'));
  }
  // Without a length Node sends the body in chunks: here it ends in the middle of one, or is no JSON.
  if (garbled === 'chunked cut') res.writeHead(202, json).write(whole.slice(0, 20), () => cut(res, 'fin'));
  if (garbled === 'chunked garbled') {
    res.writeHead(202, json).write(whole.slice(0, 20));
    res.end('\u0000"}{');
  }
  return 202;
}
