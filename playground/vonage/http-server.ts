import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { accountAnswer, failure } from './account-api.ts';
import { answerMessage, type MessagesApiParts } from './messages-api.ts';
import type { ArrivedRequest } from './oracle.ts';
import { checkCredentials } from './requests/check-credentials.ts';
import { giveJson, giveProblem } from './requests/give-answer.ts';
import { forbidden, notFound } from './requests/problems.ts';

/** Both Vonage hosts as one server: notes every request as it arrives, then routes it. */
export function createHttpServer(parts: MessagesApiParts): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
    const url = URL.parse(req.url ?? '/', 'http://localhost') ?? new URL('http://localhost/');
    const arrived = parts.oracle.arrived(parts.clock.now(), req.method ?? '', url.pathname);
    parts.changes.tell('request');
    route(req, res, url, arrived, parts).then(
      (answered) => {
        arrived.answered = answered;
        parts.changes.tell('answered');
      },
      (error) => {
        // The client hung up while its body was being read: nothing was taken. All else is a bug.
        if (req.complete) throw error;
        res.destroy();
      },
    );
  });
}

/** Resolves with the port it listens on, 127.0.0.1 only. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function route(
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  arrived: ArrivedRequest,
  parts: MessagesApiParts,
): Promise<ArrivedRequest['answered']> {
  if (url.pathname === '/v1/messages') {
    return req.method === 'POST' ? answerMessage(req, res, arrived, parts) : giveProblem(res, forbidden());
  }
  req.resume();
  const known = url.pathname.startsWith('/account/') && req.method === 'GET';
  if (!known) return giveProblem(res, notFound());

  const { settings, accountRate } = parts;
  // Unlike messages, the account requests take the key and secret only.
  if (checkCredentials(req.headers.authorization, settings) !== 'basic') {
    const { status, body } = failure(401, 'authentication failed');
    return giveJson(res, status, body);
  }
  const answer = accountAnswer(url, settings, accountRate, arrived.at);
  return answer ? giveJson(res, answer.status, answer.body) : giveProblem(res, notFound());
}
