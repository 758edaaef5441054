import { pino } from 'pino';
import type { Log } from './ports/world.ts';
import { readableLine } from './readable-line.ts';
import type { StoreEvent } from './store/lowdb/files/store-event.ts';

/** Phone numbers that slipped into a field are cut to their last four digits; secrets never get that far. */
const number = /\+?\d{7,15}\b/g;

/**
 * JSON lines on standard output, fit for any collector; readable lines if that is a terminal. Fields that could hold
 * texts or secrets are dropped by name.
 */
export function createLog(level: string, destination: { write(line: string): void } = standardOutput()): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretPaths, censor: '[redacted]' },
      serializers: { err: serializeError },
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}

function standardOutput(): { write(line: string): void } {
  return process.stdout.isTTY ? { write: (line) => process.stdout.write(readableLine(line)) } : process.stdout;
}

const secretNames = 'authorization token text body config headers secret password privateKey number to'.split(' ');
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Only name, code, message and place: clients' errors carry requests, and requests carry secrets. */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: mask(String(error)) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: serializeError(error.cause) };
  return { name: error.name, ...code, message: mask(error.message), stack: mask(error.stack ?? ''), ...cause };
}

function mask(text: string): string {
  return text.replace(number, (digits) => `••••${digits.slice(-4)}`);
}

/** What the store tells of itself, as a line of the log. */
export function logStorage(log: Log, event: StoreEvent): void {
  const [level, sentence]: [keyof Log, string] = storageSentences[event.kind] ?? [
    event.kind.endsWith('_failed') ? 'error' : 'info',
    'storage',
  ];
  log[level](event, sentence);
}

const storageSentences: Partial<Record<StoreEvent['kind'], ['warn' | 'error', string]>> = {
  lock_waits: [
    'warn',
    'another process may have the data folder: its heartbeat is watched before the folder is taken over',
  ],
  journal_replaced: ['error', 'somebody else removed or replaced a file of the data folder; it was written again'],
  lock_lost: ['error', 'the data folder is not ours any more: nothing is sent or stored'],
  folder_open_to_others: [
    'warn',
    'others on this machine can read the numbers and texts in the data folder: chmod 700 it',
  ],
};
