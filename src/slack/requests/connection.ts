import type { App, SocketModeReceiver } from '@slack/bolt';
import type { Clock, Log } from '../../ports/world.ts';
import { missingScopeSentence } from '../api/scopes.ts';
import { readFailure, type SlackFailure } from '../api/slack-failure.ts';

export type SlackConnection = {
  /** Rejects when a token is wrong, with what to do. If Slack is away, it goes on trying by itself. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Do we know who we are? Before that no request can be processed. */
  isReady(): boolean;
  /** Has Slack let us in since the start? */
  isReached(): boolean;
};

/** A new socket is open within this time, or not at all. */
const openMs = 30_000;

/**
 * Keeps the app connected. The SDK's own reconnecting gives up for ever, or ends the process, when it is refused at the
 * wrong moment; so it is turned off, and each lost socket is replaced from here, at once and then ever more slowly.
 */
export function createConnection(deps: {
  app: App;
  socket: SocketModeReceiver | null;
  clock: Clock;
  log: Log;
}): SlackConnection {
  const { app, socket, clock, log } = deps;
  const stopping = new AbortController();
  let ready = false;
  let reached = false;
  let running: Promise<void> = Promise.resolve();
  let lost = () => {};
  socket?.client.on('disconnected', () => lost());

  const connect = async (): Promise<{ gone: Promise<void> }> => {
    if (!ready) await app.init().catch(refuse('SLACK_BOT_TOKEN', 'xoxb-'));
    ready = true;
    if (!socket) {
      reached = true;
      return { gone: aborted(stopping.signal) };
    }
    const gone = new Promise<void>((resolve) => {
      lost = resolve;
    });
    await opened(socket.client.start().catch(refuse('SLACK_APP_TOKEN', 'xapp-')));
    reached = true;
    return { gone };
  };

  /** A peer that takes the call and then says nothing would be waited for without end. */
  const opened = async (opening: Promise<unknown>) => {
    const answered = new AbortController();
    const late = clock.real.sleep(openMs, answered.signal).then(() => 'late' as const);
    const outcome = await Promise.race([opening, late]).finally(() => answered.abort());
    if (outcome !== 'late') return;
    void socket?.client.disconnect().catch(() => {});
    throw new Error('Slack did not open the connection in time');
  };

  const keepConnected = async (first: { gone: Promise<void> } | undefined) => {
    let connected = first;
    let failures = first ? 0 : 1;
    while (!stopping.signal.aborted) {
      if (connected) await connected.gone;
      await clock.sleep(connected ? 100 : Math.min(30_000, 500 * 2 ** failures), stopping.signal);
      if (stopping.signal.aborted) return;
      connected = await connect().catch((error) => {
        log.warn({ cause: asText(error) }, 'Slack cannot be reached; trying again');
        return undefined;
      });
      if (connected && failures > 0) log.info({}, 'Slack is reached now');
      failures = connected ? 0 : failures + 1;
    }
  };

  return {
    async start() {
      const first = await connect().catch((error) => {
        if (error instanceof WrongTokenError) return error;
        log.warn({ cause: asText(error) }, 'Slack cannot be reached; trying again');
        return undefined;
      });
      running = keepConnected(first instanceof WrongTokenError ? undefined : first);
      if (first instanceof WrongTokenError) throw first;
    },
    async stop() {
      stopping.abort();
      // A peer that ignores the closing handshake would hold this up for half a minute.
      await Promise.race([socket?.client.disconnect(), clock.real.sleep(2_000)]);
      lost();
      await running;
    },
    isReady: () => ready,
    isReached: () => reached,
  };
}

/** A token that Slack does not take. */
class WrongTokenError extends Error {
  override readonly name = 'WrongTokenError';
}

function refuse(setting: string, prefix: string): (error: unknown) => never {
  return (error) => {
    const failure = readFailure(error);
    if (failure && setting === 'SLACK_APP_TOKEN' && lacksItsScope(failure)) {
      throw new WrongTokenError(
        'SLACK_APP_TOKEN lacks the permission `connections:write`, without which Slack cannot be reached through Socket Mode. Make an app-level token with it under “Basic Information” of your Slack app.',
      );
    }
    if (failure?.kind === 'scope')
      throw new WrongTokenError(`${missingScopeSentence(failure.needed)} Check ${setting}.`);
    if (failure?.kind !== 'credentials') throw error;
    throw new WrongTokenError(
      `Slack does not accept ${setting} (${failure.code}). Copy the token again from your app's settings: it starts with "${prefix}".`,
    );
  };
}

/** Slack has several words for it, and an app-level token is needed for nothing else. */
function lacksItsScope(failure: SlackFailure): boolean {
  return failure.kind === 'scope' || (failure.kind === 'credentials' && scopeCodes.has(failure.code));
}

const scopeCodes = new Set(['no_permission', 'access_denied', 'not_allowed_token_type']);

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function asText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
