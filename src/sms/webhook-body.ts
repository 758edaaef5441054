import type { IncomingHttpHeaders } from 'node:http';

/** A webhook's body as a document: JSON, or the form in which the older interfaces may post. Undefined: neither. */
export function readBody(body: Buffer, headers: IncomingHttpHeaders): unknown {
  const text = body.toString().replace(/^\ufeff/, '');
  try {
    return JSON.parse(text);
  } catch {
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
    return isForm ? Object.fromEntries(new URLSearchParams(text)) : undefined;
  }
}
