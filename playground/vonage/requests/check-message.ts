import { type InvalidParameter, invalid, type Problem } from './problems.ts';

/** A message as the Messages API accepts it. */
export type SmsRequest = {
  to: string;
  from: string;
  text: string;
  clientRef: string | undefined;
  webhookUrl: string | undefined;
  encoding: 'auto' | 'text' | 'unicode';
  /** In seconds: then it is dropped. */
  ttl: number | undefined;
};

/** Reads the body of POST /v1/messages as strictly as documented; `ownNumbers` are the numbers of the account. */
export function checkMessage(body: unknown, ownNumbers: readonly string[]): SmsRequest | Problem {
  if (!isRecord(body)) return invalidParams([{ name: 'body', reason: 'must be a JSON object' }]);

  const missing = required.filter((name) => body[name] === undefined || body[name] === null || body[name] === '');
  if (missing.length > 0) return invalidParams(missing.map((name) => ({ name, reason: 'is required' })));

  const refused =
    checkChannel(body) ?? checkRecipient(body.to) ?? checkSender(body, ownNumbers) ?? checkClientRef(body.client_ref);
  if (refused) return refused;

  const sms = isRecord(body.sms) ? body.sms : {};
  const wrong = wrongParameters(body, sms);
  if (wrong.length > 0) return invalidParams(wrong);

  return {
    to: String(body.to),
    from: String(body.from),
    text: String(body.text),
    clientRef: body.client_ref === undefined ? undefined : String(body.client_ref),
    webhookUrl: body.webhook_url === undefined ? undefined : String(body.webhook_url),
    encoding: sms.encoding_type === 'text' || sms.encoding_type === 'unicode' ? sms.encoding_type : 'auto',
    ttl: body.ttl === undefined ? undefined : Number(body.ttl),
  };
}

const required = ['to', 'from', 'channel', 'message_type', 'text'];
const channels = ['sms', 'mms', 'rcs', 'whatsapp', 'messenger', 'viber_service', 'email'];

function checkChannel({ channel, message_type: type }: Record<string, unknown>): Problem | undefined {
  if (typeof channel !== 'string' || !channels.includes(channel)) {
    const detail = 'The channel specified in the request is not supported.';
    return invalid('1400', 'Unsupported channel', detail, [{ name: 'channel', reason: 'is not supported' }]);
  }
  if (channel !== 'sms') {
    const reason = 'the local Vonage has SMS only';
    return invalid('1400', 'Unsupported channel', `This account cannot use ${channel}.`, [{ name: 'channel', reason }]);
  }
  if (type !== 'text') {
    const detail = 'The message type specified in the request is not supported for the given channel.';
    return invalid('1440', 'Invalid message type', detail, [{ name: 'message_type', reason: 'must be text' }]);
  }
}

function checkRecipient(to: unknown): Problem | undefined {
  if (Array.isArray(to) || (typeof to === 'string' && to.includes(','))) {
    const detail = 'Only one recipient is allowed per request.';
    return invalid('1431', 'Invalid recipient', detail, [{ name: 'to', reason: 'must be one number' }]);
  }
  if (typeof to !== 'string' || !/^[1-9]\d{6,14}$/.test(to)) {
    const reason = 'must be 7 to 15 digits in E.164 form, without a leading + or 00';
    const detail = 'The `to` parameter is invalid for the given channel.';
    return invalid('1430', 'Invalid recipient', detail, [{ name: 'to', reason }]);
  }
}

function checkSender({ from, to }: Record<string, unknown>, ownNumbers: readonly string[]): Problem | undefined {
  const refuse = (reason: string) =>
    invalid('1120', 'Invalid sender', 'The `from` parameter is invalid for the given channel.', [
      { name: 'from', reason },
    ]);
  if (typeof from !== 'string') return refuse('must be a string');
  if (/^\d+$/.test(from)) return ownNumbers.includes(from) ? undefined : refuse('is not a number of this account');
  if (!/^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/.test(from)) return refuse('must be a number without +, or 1 to 11 letters');
  // The United States and Canada take no alphanumeric sender.
  if (String(to).startsWith('1')) return refuse('alphanumeric senders are not supported in this country');
}

function checkClientRef(clientRef: unknown): Problem | undefined {
  if (clientRef === undefined || (typeof clientRef === 'string' && [...clientRef].length <= 100)) return;
  const detail = 'The client reference can be a string of up to 100 characters.';
  return invalid('1450', 'Invalid client reference', detail, [{ name: 'client_ref', reason: 'is too long' }]);
}

function wrongParameters(body: Record<string, unknown>, sms: Record<string, unknown>): InvalidParameter[] {
  const rules: [name: string, value: unknown, holds: (value: unknown) => boolean, reason: string][] = [
    [
      'text',
      body.text,
      (text) => typeof text === 'string' && [...text].length <= 3_200,
      'must be at most 3200 characters',
    ],
    ['ttl', body.ttl, isTtl, 'must be an integer from 20 to 604800'],
    ['webhook_url', body.webhook_url, isUrl, 'must be a URL'],
    ['webhook_version', body.webhook_version, (value) => value === 'v1' || value === 'v0.1', 'must be v0.1 or v1'],
    ['sms', body.sms, isRecord, 'must be an object'],
    ['sms.encoding_type', sms.encoding_type, isEncoding, 'must be text, unicode or auto'],
    ['sms.content_id', sms.content_id, isText, 'must be a string'],
    ['sms.entity_id', sms.entity_id, isText, 'must be a string'],
    ['trusted_recipient', body.trusted_recipient, (value) => typeof value === 'boolean', 'must be true or false'],
  ];
  return rules.flatMap(([name, value, holds, reason]) =>
    value === undefined || holds(value) ? [] : [{ name, reason }],
  );
}

function invalidParams(parameters: InvalidParameter[]): Problem {
  return invalid('1150', 'Invalid params', 'The value of one or more parameters is invalid.', parameters);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTtl(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 20 && Number(value) <= 604_800;
}

function isUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

function isEncoding(value: unknown): boolean {
  return value === 'text' || value === 'unicode' || value === 'auto';
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
