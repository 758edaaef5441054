import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from './imports.ts';

type Json = { readonly [name: string]: Json };

const written = parse(await readFile(join(projectRoot, 'docs/openapi.yaml'), 'utf8')) as Json;

/** What a reference within the document stands for, and everything below it. */
function resolved(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(resolved);
  if (typeof part !== 'object' || part === null) return part;
  if (!('$ref' in part)) return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, resolved(one)]));
  const names = String(part.$ref).slice(2).split('/');
  const found = names.reduce<Json | undefined>((from, name) => from?.[name], written);
  if (!found) throw new Error(`docs/openapi.yaml has no ${String(part.$ref)}`);
  return resolved(found);
}

/** docs/openapi.yaml without references. */
export const openapi = resolved(written) as Json;

type Operation = { method: string; path: string; responses: Readonly<Record<string, Json>> };

export const operations: readonly Operation[] = Object.entries(openapi.paths!).flatMap(([path, item]) =>
  ['get', 'post', 'put', 'patch', 'delete'].flatMap((method) =>
    item[method] ? [{ method: method.toUpperCase(), path, responses: item[method].responses! }] : [],
  ),
);

export function operationOf(method: string, pathname: string): Operation | undefined {
  return operations.find(
    (one) => one.method === method && new RegExp(`^${one.path.replace('{id}', '[^/]+')}$`).test(pathname),
  );
}

/** What of an answer is not as it is documented; empty when all is. */
export function undocumented(
  method: string,
  pathname: string,
  status: number,
  type: string | null,
  body: string,
): string[] {
  const operation = operationOf(method, pathname);
  if (!operation)
    return status === 404 || status === 405 || status === 401 ? [] : [`${method} ${pathname} is not documented`];
  const response = operation.responses[String(status)];
  if (!response) return [`${method} ${operation.path} does not document ${status}`];
  const [kind = ''] = (type ?? '').split(';');
  const schema = response.content?.[kind]?.schema;
  if (!schema) return [`${method} ${operation.path} ${status} does not document ${kind}`];
  const read = z.fromJSONSchema(schema as never).safeParse(JSON.parse(body));
  return read.success ? [] : [`${method} ${operation.path} ${status}: ${read.error.message}`];
}
