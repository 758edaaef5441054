import { type Logger, LogLevel } from '@slack/bolt';

/** Faults are played on purpose: what Bolt says of them would drown the report. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
