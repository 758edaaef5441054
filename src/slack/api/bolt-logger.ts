import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../ports/world.ts';

/** The SDK's log lines in ours. Its debug lines are dropped: they print whole payloads, with people's texts and numbers. */
export function boltLogger(log: Log): Logger {
  return {
    debug() {},
    info: (...parts) => log.debug({ from: 'slack' }, asText(parts)),
    // A failed call also rejects, and its caller says what that means.
    warn: (...parts) => log[parts[0] === 'http request failed' ? 'debug' : 'warn']({ from: 'slack' }, asText(parts)),
    error: (...parts) => log.error({ from: 'slack' }, asText(parts)),
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.INFO,
  };
}

function asText(parts: readonly unknown[]): string {
  return parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
}
