import type { SendOutcome } from '../domain/send-outcome.ts';
import type { SmsGateway } from '../ports.ts';
import type { Deps } from './deps.ts';

/** The gateway promises never to reject. Should it do so all the same, nobody can know whether the message left. */
export async function sendOnce(
  { gateway, log }: Pick<Deps, 'gateway' | 'log'>,
  message: Parameters<SmsGateway['send']>[0],
): Promise<SendOutcome> {
  try {
    return await gateway.send(message);
  } catch (error) {
    log.error({ ref: message.ref, err: error }, 'the gateway broke its promise never to fail');
    return { kind: 'unconfirmed', cause: 'internal_error' };
  }
}
