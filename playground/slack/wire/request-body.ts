import type { IncomingMessage } from 'node:http';

const maxBytes = 64 * 1024 * 1024;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) throw new Error('The request is larger than 64 MB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Reads the arguments of a call as Slack takes them: a form, JSON, multipart or the query; undefined for broken JSON. */
export async function readArguments(
  request: IncomingMessage,
  bytes: Buffer,
): Promise<Record<string, unknown> | undefined> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://local').searchParams);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return query;
  if (type.startsWith('application/json')) return readJson(bytes);
  if (type.startsWith('multipart/form-data')) return { ...query, ...(await readMultipart(type, bytes)) };
  return { ...query, ...Object.fromEntries(new URLSearchParams(bytes.toString())) };
}

/** The bytes of an upload: the raw body, or the one file of a multipart form. */
export async function readUpload(request: IncomingMessage, bytes: Buffer): Promise<Buffer> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  const parts = await readForm(type, bytes);
  const file = [...parts.values()].find((part) => typeof part !== 'string');
  return file && typeof file !== 'string' ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}

function readJson(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

async function readMultipart(type: string, bytes: Buffer): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  for (const [field, part] of await readForm(type, bytes))
    parts[field] = typeof part === 'string' ? part : await part.text();
  return parts;
}

function readForm(type: string, bytes: Buffer) {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
}
