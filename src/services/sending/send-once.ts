import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';
import type { SmsGateway } from '../../ports/world.ts';
import type { Deps } from '../deps.ts';

/**
 * The only way to the gateway. Nothing leaves while the store is in trouble: the folder may by now be another
 * process's, which sends what is due. The gateway promises never to reject; if it does, nobody can know whether the
 * message left.
 */
export async function sendOnce(
  { gateway, store, log }: Pick<Deps, 'gateway' | 'store' | 'log'>,
  message: Parameters<SmsGateway['send']>[0],
): Promise<SendOutcome> {
  if (store.trouble() !== undefined) return { kind: 'not_sent', cause: 'storage' };
  try {
    return await gateway.send(message);
  } catch (error) {
    log.error({ ref: message.ref, err: error }, 'The gateway broke its promise never to fail');
    return { kind: 'unconfirmed', cause: 'internal_error' };
  }
}
