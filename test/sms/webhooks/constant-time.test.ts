import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** No behaviour shows it but time, and time is not to be relied on in a test: so the source is read. */
test('signatures are compared in a time that does not tell how much of them was right', () => {
  const source = readFileSync(new URL('../../../src/sms/webhooks/webhook-signature.ts', import.meta.url), 'utf8');
  const isSame = /function isSame\(.*?\n}/s.exec(source)?.[0];
  expect(isSame).toContain('one.length === other.length && timingSafeEqual(one, other)');
  expect(source).not.toMatch(/(signature|payload_hash(\.\w+\(\))?)\s*[!=]==|[!=]==\s*(signature|claims\.payload_hash)/);
});
