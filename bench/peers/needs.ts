import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What a peer needs that Trickle does not: packages of `bench/peers/`, and a server of the machine. */
export type Need = { packages: readonly string[]; server?: ServerKind };
export type ServerKind = 'postgres' | 'redis';

/** Undefined when all of it is here; otherwise a sentence that says what is missing and what to do. */
export function whatIsMissing({ packages, server }: Need): string | undefined {
  const absent = packages.filter((name) => !existsSync(join(import.meta.dirname, 'node_modules', name)));
  if (absent.length > 0) return `${absent.join(' and ')} not installed: run npm run bench:peers:install.`;
  if (server === 'postgres' && !findPostgres())
    return 'no PostgreSQL server (initdb, postgres) on this machine: install it.';
  if (server === 'redis' && !findRedis()) return 'no redis-server on the PATH: install it, or put it there.';
  return undefined;
}

/** The folder of PostgreSQL's programs: on the path, or where distributions keep them. */
export function findPostgres(): string | undefined {
  const onPath = find('postgres');
  const versions = listOf('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...(onPath ? [dirname(realpathSync(onPath))] : []),
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...['/opt/homebrew/bin', '/usr/local/bin'],
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

export function findRedis(): string | undefined {
  return find('redis-server') ?? find('valkey-server');
}

function find(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

function listOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
