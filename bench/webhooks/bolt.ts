import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, LogLevel } from '@slack/bolt';
import { type Serve, statusPath } from './serving.ts';

/** A route of Bolt's own receiver that reads the body and answers: nothing is checked, nothing is kept. */
export const serve: Serve = async () => {
  const receiver = new HTTPReceiver({
    signingSecret: 'a secret of the bench',
    logLevel: LogLevel.ERROR,
    customRoutes: [{ path: statusPath, method: 'POST', handler: take }],
  });
  const server = await receiver.start(0);
  return { port: (server.address() as AddressInfo).port, close: async () => void (await receiver.stop()) };
};

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  await once(request, 'end');
  response.writeHead(200, { 'content-length': 0 }).end();
}
