import { PhoneNumber, SenderId } from '../../src/domain/ids.ts';
import { createVonageGateway } from '../../src/sms/vonage-gateway.ts';
import { type Contender, forEach } from './contender.ts';
import { createNumbers } from './numbers.ts';
import { account, phoneOf, from as sender, text } from './request.ts';

/** Our gateway without a store: the SDK's serialiser over our own exchange. Nothing is kept. */
export const contender: Contender = async ({ providerUrl }) => {
  const gateway = createVonageGateway({ ...account, apiHost: providerUrl });
  const from = SenderId.parse(sender);
  const take = createNumbers();
  return {
    prepare: async (count) => {
      const first = take(count);
      return () =>
        forEach(count, async (at) => {
          const to = PhoneNumber.parse(`+${phoneOf(first + at)}`);
          const outcome = await gateway.send({ to, from, text, ref: `v1.abcd2345.${first + at}.1` });
          if (outcome.kind !== 'accepted') throw new Error(`Message ${at} was ${outcome.kind}.`);
        });
    },
    close: () => gateway.close(),
  };
};
