import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const folder = new URL('browser/', import.meta.url);

/** Only files in the folder are served, whatever a path says. */
const files = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')),
);

/** A file of the browser's side. Modules are served as they are, only without their types: there is no build. */
export function asset(pathname: string): { headers: Record<string, string>; body: string } | undefined {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  if (!files.has(name)) return undefined;
  const text = readFileSync(new URL(name, folder), 'utf8');
  const ending = name.split('.').at(-1) ?? '';
  const type = types[ending];
  if (!type) return undefined;
  const body = ending === 'ts' ? stripTypeScriptTypes(text) : text;
  return { headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  ts: 'text/javascript',
  svg: 'image/svg+xml',
};
