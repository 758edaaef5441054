import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startLocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import { PhoneNumber, SenderId } from '../../src/domain/ids.ts';
import type { DeliveryReceipt } from '../../src/domain/recipient/delivery-receipt.ts';
import type { InboundText } from '../../src/domain/reply/inbound-text.ts';
import { createVonageGateway } from '../../src/sms/vonage-gateway.ts';
import { createVonageWebhooks } from '../../src/sms/webhooks/webhooks.ts';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const applicationId = '12345678-1234-4234-8234-123456789012';

test('a message goes out with a token, is receipted, and is answered', async () => {
  const done = Promise.withResolvers<void>();
  const receipts: DeliveryReceipt[] = [];
  const messages: InboundText[] = [];
  const vonage = await startLocalVonage({ applicationId, publicKey: keys.publicKey, speed: 50 });
  const { apiKey, apiSecret, signatureSecret } = vonage.settings;
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  const webhooks = createVonageWebhooks({
    secrets: [signatureSecret],
    apiKey,
    applicationId,
    senders: [],
    country: 'US',
    onStatus: async (receipt) => {
      receipts.push(receipt);
      if (receipt.status === 'delivered') vonage.phone('12015550142').text('STOP');
    },
    onInbound: async (message) => {
      messages.push(message);
      done.resolve();
    },
    now: () => new Date(),
    log: silent,
  });
  const server = http.createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const kind = request.url === '/status' ? 'status' : 'inbound';
    const { method = '', headers, rawHeaders } = request;
    response.writeHead((await webhooks.handle({ kind, method, headers, rawHeaders, body })).status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vonage.configure({ statusUrl: `${base}/status`, inboundUrl: `${base}/inbound` });
  const application = { id: applicationId, privateKey: keys.privateKey };
  const gateway = createVonageGateway({ apiKey, apiSecret, application, apiHost: vonage.url });

  try {
    const [to, from] = [PhoneNumber.parse('+12015550142'), SenderId.parse('12015550123')];
    const outcome = await gateway.send({ to, from, text: 'Dinner at six?', ref: 'v1.abcd2345.0.1' });
    expect(outcome.kind).toBe('accepted');
    await done.promise;
    expect(receipts.map(({ ref, status }) => `${ref} ${status}`)).toEqual([
      'v1.abcd2345.0.1 submitted',
      'v1.abcd2345.0.1 delivered',
    ]);
    expect(messages).toMatchObject([{ from: '+12015550142', to: '12015550123', text: 'STOP' }]);
    expect(await gateway.balance()).toBeGreaterThan(0);
    expect(await gateway.segmentPrice('US')).toEqual({ amount: vonage.settings.pricePerSegment, currency: 'EUR' });
  } finally {
    await gateway.close();
    await vonage.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
