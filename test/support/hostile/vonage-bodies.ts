import fc from 'fast-check';
import { allPeople } from './target.ts';

export type WebhookKind = 'status' | 'inbound';
export type Body = { kind: WebhookKind; body: string };

export const aStatus = {
  message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
  to: '12015550100',
  from: '12015550123',
  timestamp: '2026-11-23T12:14:25Z',
  status: 'delivered',
  channel: 'sms',
  client_ref: 'v1.abcd2345.7.1',
  usage: { currency: 'EUR', price: '0.0333' },
};

export const anInboundText = {
  channel: 'sms',
  message_uuid: 'bbbbbbbb-bbbb-4ccc-8ddd-0123456789ab',
  to: '12015550123',
  from: '12015550107',
  timestamp: '2026-11-23T12:14:25.123Z',
  message_type: 'text',
  text: 'When do you open?',
  sms: { num_messages: '1' },
};

const kind = fc.constantFrom<WebhookKind>('status', 'inbound');
const names = fc.constantFrom(...Object.keys({ ...aStatus, ...anInboundText }), 'error', '__proto__', 'constructor');
const awkward = fc.constantFrom(1e308, -0, '\ud800', '\0', '', '\u202e', '<!channel>', '9'.repeat(400), [], {}, null);
const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }), awkward);
const own = (document: object) => JSON.stringify(document);

/** Webhooks of which some fields are anything at all, or that are no webhooks. Some still make sense. */
export const anyBody: fc.Arbitrary<Body> = fc
  .record({
    kind,
    body: fc.oneof(
      { weight: 4, arbitrary: fc.dictionary(fc.oneof(names, fc.string()), value).map((bent) => bentBody(bent)) },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 1, arbitrary: cutOff() },
    ),
  })
  .map(({ kind: of, body }) => ({ kind: of, body: typeof body === 'string' ? body : body(of) }));

function bentBody(bent: Record<string, unknown>) {
  return (of: WebhookKind): string => {
    const document = of === 'status' ? aStatus : { ...anInboundText, message_uuid: JSON.stringify(bent) };
    // Object.assign would set the prototype; a body's own `__proto__` is what is wanted.
    const fields = Object.entries(bent).map(
      ([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one) ?? 'null'}`,
    );
    return `{${[own(document).slice(1, -1), ...fields].join(',')}}`;
  };
}

function cutOff() {
  return fc.nat({ max: 300 }).map((length) => own(anInboundText).slice(0, length));
}

const strangeRef = fc.oneof(
  fc.integer({ min: allPeople }).map((no) => `v1.abcd2345.${no}.1`),
  fc.integer({ min: 2, max: 999 }).map((attempt) => `v1.abcd2345.7.${attempt}`),
  fc.constantFrom('v1.abcd2345.7.0', 'v1.zzzz2345.1.1', 'v2.abcd2345.7.1', 'd1.abcdabcdabcd.3', 'V1.abcd2345.7.1'),
  fc.constantFrom('v1.abcd2345.-1.1', 'v1.abcd2345.7', 'v1.abcd2345.1e1.1', 'v1.__proto__.1.1', 'v1.abcd2345.07.1x'),
  fc.string(),
);
const strangeNumber = fc.oneof(fc.constantFrom('', 'ACME', '12345', '+', '0012', 'NaN', '1e15', '٣٣٣'), fc.string());

/** Signed webhooks that say nothing about anybody: none may change anything. */
export const nonsense: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ body: strangeRef.map((client_ref) => own({ ...aStatus, client_ref })) }).map(as('status')),
  fc.record({ body: fc.string().map((status) => own({ ...aStatus, status: `${status}!` })) }).map(as('status')),
  fc.record({ body: fc.json() }).map(as('status')),
  fc
    .record({ body: strangeNumber.filter(isNoNumber).map((from) => own({ ...anInboundText, from })) })
    .map(as('inbound')),
  fc.record({ body: fc.constantFrom('null', '[]', '5', '"STOP"', 'STOP', '', '{', '{}', '[{}]') }).map(as('inbound')),
);

function as(of: WebhookKind) {
  return ({ body }: { body: string }): Body => ({ kind: of, body });
}

function isNoNumber(text: string): boolean {
  return (text.match(/\p{Nd}/gu) ?? []).length < 7;
}
