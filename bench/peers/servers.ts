import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Server } from '../sending/contender.ts';
import { findPostgres, findRedis, type ServerKind } from './needs.ts';

export type OwnServer = Server & { version: string; close(): Promise<void> };

/** A server of our own for as long as it is measured, reached by a socket in its folder, and as durable as it can be. */
export function startServer(kind: ServerKind): Promise<OwnServer> {
  return kind === 'postgres' ? startPostgres() : startRedis();
}

/** The zeroes that a new segment of its log is filled with first would be counted as bytes of the few jobs measured here. */
const noZeroes = ['-c', 'wal_init_zero=off'];

/** With all else as `initdb` leaves it: each commit is on the disk before it is answered. */
async function startPostgres(): Promise<OwnServer> {
  const programs = findPostgres()!;
  const owner = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'tr-pg-'));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-locale'], owner);
  const { stdout: version } = await run(join(programs, 'postgres'), ['--version'], owner);
  const child = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...noZeroes], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithUs(child);
  await says(child, child.stderr!, 'ready to accept connections');
  const address = `postgresql://bench@localhost/postgres?host=${folder}`;
  return { address, pid: child.pid!, version: version.trim(), close: () => end(child, 'SIGINT', folder) };
}

/** Each change is on the disk before it is answered, as its documentation says for when nothing may be lost. */
async function startRedis(): Promise<OwnServer> {
  const program = findRedis()!;
  const folder = await mkdtemp(join(tmpdir(), 'tr-redis-'));
  const address = join(folder, 's');
  const { stdout } = await promisify(execFile)(program, ['--version']);
  const settings = { port: '0', unixsocket: address, dir: folder, appendonly: 'yes', appendfsync: 'always', save: '' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  endWithUs(child);
  await says(child, child.stdout!, 'eady to accept connections');
  const version = `Redis ${/v=([\d.]+)/.exec(stdout)?.[1] ?? ''}`;
  return { address, pid: child.pid!, version, close: () => end(child, 'SIGTERM', folder) };
}

type Owner = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
async function unprivileged(): Promise<Owner | undefined> {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map(async (what) => Number((await promisify(execFile)('id', [what, name])).stdout));
    const [uid, gid] = await Promise.all(ids).catch(() => []);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
}

function run(program: string, args: string[], owner: Owner | undefined) {
  return promisify(execFile)(program, args, { ...owner, cwd: tmpdir() });
}

async function says(child: ChildProcess, stream: NodeJS.ReadableStream, words: string): Promise<void> {
  let said = '';
  const heard = new Promise<void>((resolve) => {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      if (!said.includes(words)) said += text;
      if (said.includes(words)) resolve();
    });
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A server ended with ${code}: ${said.slice(-1_000)}`);
  });
  await Promise.race([heard, ended]);
  ended.catch(() => {});
}

/** A measurement that fails leaves no server behind. */
function endWithUs(child: ChildProcess): void {
  const kill = () => void child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
}

async function end(child: ChildProcess, signal: NodeJS.Signals, folder: string): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  await rm(folder, { recursive: true, force: true });
}
