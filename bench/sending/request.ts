import { Pool } from 'undici';
import { inFlight } from './contender.ts';

export const account = { apiKey: 'a1b2c3d4', apiSecret: 'secret' };
export const from = '12015550123';
export const text = 'Hi Ada, your appointment is tomorrow at nine. Reply STOP to opt out.';

/** A phone number for each place of a list, digits only. */
export function phoneOf(no: number): string {
  return `1201${2_000_000 + no}`;
}

const headers = {
  'content-type': 'application/json',
  authorization: `Basic ${Buffer.from(`${account.apiKey}:${account.apiSecret}`).toString('base64')}`,
};

/** Sends through a bare pool of kept connections: the quickest way there is. Resolves with the message's id. */
export function createBarePool(url: string) {
  const pool = new Pool(url, { connections: inFlight });
  return {
    /** Opens a connection without texting anybody: so many at once, so many are open. */
    warm: async (): Promise<void> => void (await (await pool.request({ path: '/', method: 'GET' })).body.dump()),
    async send(no: number): Promise<string> {
      const message = {
        to: phoneOf(no),
        from,
        text,
        channel: 'sms',
        message_type: 'text',
        client_ref: `v1.abcd2345.${no}.1`,
      };
      const { statusCode, body } = await pool.request({
        path: '/v1/messages',
        method: 'POST',
        headers,
        body: JSON.stringify(message),
      });
      const answer = (await body.json()) as { message_uuid: string };
      if (statusCode !== 202) throw new Error(`Message ${no} was answered ${statusCode}.`);
      return answer.message_uuid;
    },
    close: () => pool.close(),
  };
}
