import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Carrier } from './carrier.ts';
import type { Changes } from './changes.ts';
import type { AcceptedMessage, ArrivedRequest, Oracle } from './oracle.ts';
import { checkCredentials } from './requests/check-credentials.ts';
import { checkMessage, type SmsRequest } from './requests/check-message.ts';
import { cut, giveAnswer, giveProblem } from './requests/give-answer.ts';
import { invalidJson, lowBalance, type Problem, throttled, tooLarge, unauthorized } from './requests/problems.ts';
import { type RateLimit, senderRate } from './requests/rate-limit.ts';
import { type Answer, type ScriptedAnswers, takesMessage } from './requests/scripted-answers.ts';
import { segments } from './segments.ts';
import type { Settings } from './settings.ts';

export type MessagesApiParts = {
  settings: Settings;
  clock: Clock;
  oracle: Oracle;
  scripted: ScriptedAnswers;
  accountRate: RateLimit;
  senderRates: RateLimit;
  carrier: Carrier;
  changes: Changes;
};

/** POST /v1/messages: credentials, rate, balance, body, then the scripted answer. */
export async function answerMessage(
  req: IncomingMessage,
  res: ServerResponse,
  arrived: ArrivedRequest,
  parts: MessagesApiParts,
): Promise<ArrivedRequest['answered']> {
  if (parts.scripted.cutsUnread(arrived.nth)) return cut(res, 'rst');
  const raw = await readBody(req);
  if (raw === undefined) return giveProblem(res, tooLarge(), { connection: 'close' });

  const { settings, accountRate, senderRates } = parts;
  const auth = checkCredentials(req.headers.authorization, settings);
  if (!auth) return giveProblem(res, unauthorized());

  const accountWaitMs = accountRate.waitMs(settings.apiKey, settings.accountRate, arrived.at);
  if (accountWaitMs > 0) return giveThrottle(res, settings.accountRate, accountWaitMs);
  if (settings.balance < settings.pricePerSegment) return giveProblem(res, lowBalance());

  const message = readMessage(raw, settings);
  if ('status' in message) return giveProblem(res, message);

  const perSecond = senderRate(message.from, settings.rates);
  const senderWaitMs = senderRates.waitMs(message.from, perSecond, arrived.at);
  if (senderWaitMs > 0) return giveThrottle(res, perSecond, senderWaitMs);

  return obey(res, arrived, parts, message, auth);
}

async function obey(
  res: ServerResponse,
  arrived: ArrivedRequest,
  parts: MessagesApiParts,
  request: SmsRequest,
  auth: 'jwt' | 'basic',
): Promise<ArrivedRequest['answered']> {
  const answer = parts.scripted.choose(arrived.nth, request);
  const messageUuid = randomUUID();
  if (takesMessage(answer)) await accept(parts, request, messageUuid, arrived.at, answer, auth);
  if (answer.kind === 'accept' && answer.afterMs !== undefined) {
    await new Promise<void>((resolve) => parts.clock.after(answer.afterMs ?? 0, resolve));
  }
  return giveAnswer(res, answer, messageUuid);
}

async function accept(
  { settings, oracle, carrier, changes }: MessagesApiParts,
  request: SmsRequest,
  messageUuid: string,
  at: number,
  answer: Answer,
  auth: 'jwt' | 'basic',
): Promise<void> {
  const { to, from, text, clientRef, ttl } = request;
  const message: AcceptedMessage = { messageUuid, clientRef, to, from, text, ttl, at };
  settings.balance -= settings.pricePerSegment * segments(text, request.encoding);
  oracle.accept(message);
  changes.tell('accepted');
  await carrier.take(message, request, 'delivery' in answer ? (answer.delivery ?? {}) : {}, auth);
}

function readMessage(raw: string, { numbers }: Settings): SmsRequest | Problem {
  try {
    return checkMessage(
      JSON.parse(raw),
      numbers.map(({ msisdn }) => msisdn),
    );
  } catch {
    return invalidJson();
  }
}

function giveThrottle(res: ServerResponse, limit: number, waitMs: number): number {
  return giveProblem(res, throttled(), {
    'retry-after': String(Math.ceil(waitMs / 1_000)),
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(waitMs)),
  });
}

const largestBodyBytes = 1_000_000;

/** The whole body, or undefined when it is too large. */
async function readBody(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req) {
    bytes += chunk.length;
    if (bytes > largestBodyBytes) return;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
