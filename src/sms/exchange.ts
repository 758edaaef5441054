import { type Dispatcher, Pool } from 'undici';
import type { Answer } from './classify.ts';

export type Call = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };

/** One HTTP host over a capped number of kept connections. */
export type Exchange = {
  /** Hands the call to a socket or its queue before it returns. Never rejects, repeats or follows a redirect. */
  request(call: Call): Promise<Answer>;
  close(): Promise<void>;
};

type ExchangeOptions = {
  connections: number;
  /** From the call to its first byte: waiting for a connection, DNS, TCP and TLS. */
  connectTimeoutMs: number;
  /** From the call to the last byte of the answer. */
  timeoutMs: number;
  now: () => Date;
};

export function createExchange(origin: string, options: ExchangeOptions): Exchange {
  const pool = new Pool(origin, {
    connections: options.connections,
    // Pipelined requests are written again when the one before them fails.
    pipelining: 1,
    connect: { timeout: options.connectTimeoutMs },
    // One timer of our own covers the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    request: (call) => new Promise((resolve) => pool.dispatch(call, follow(options, resolve))),
    close: async () => {
      if (!pool.closed) await pool.close();
    },
  };
}

const longestBodyBytes = 64 * 1_024;

/** Watches one call to its end. Its phase makes "surely not sent" a fact rather than a guess from error codes. */
function follow(options: ExchangeOptions, resolve: (answer: Answer) => void): Dispatcher.DispatchHandler {
  const { connectTimeoutMs, timeoutMs, now } = options;
  let phase: 'connecting' | 'sent' | 'over' = 'connecting';
  let sent: Dispatcher.DispatchController | undefined;
  let head: { status: number; retryAfter: string | null; contentType: string } | undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  let timer = setTimeout(stopConnecting, Math.min(connectTimeoutMs, timeoutMs));

  function stopConnecting(): void {
    if (phase === 'connecting') end({ name: 'ConnectTimeout', code: 'UND_ERR_CONNECT_TIMEOUT' });
    else timer = setTimeout(() => end({ name: 'Timeout' }), Math.max(0, timeoutMs - connectTimeoutMs));
  }

  /** The status decides, even when the rest of the answer never came. */
  function end(error?: { name: string; code?: string }): void {
    if (phase === 'over') return;
    const at = phase;
    phase = 'over';
    clearTimeout(timer);
    if (head) resolve({ kind: 'response', ...head, body: Buffer.concat(chunks).toString(), now: now() });
    else resolve({ kind: 'error', phase: at, name: 'Error', ...error });
    if (error) sent?.abort(new Error('The call is over.'));
  }

  return {
    onRequestStart(controller) {
      // Thrown before the first byte: a call that was given up, or is offered a second time, is not written.
      if (phase !== 'connecting') throw new Error('The call is over.');
      phase = 'sent';
      sent = controller;
    },
    onResponseStart(_controller, status, headers) {
      head = {
        status,
        retryAfter: first(headers['retry-after']) ?? null,
        contentType: first(headers['content-type']) ?? '',
      };
    },
    onResponseData(_controller, chunk) {
      bytes += chunk.length;
      if (bytes > longestBodyBytes) return end({ name: 'TooLong' });
      chunks.push(chunk);
    },
    onResponseEnd: () => end(),
    onResponseError(_controller, error: NodeJS.ErrnoException) {
      end({ name: error.name, ...(typeof error.code === 'string' && { code: error.code }) });
    },
  };
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
