import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { decodeFrame, encodeFrame, type Frame, FrameError, opcodes } from './websocket-frames.ts';

/** One connected WebSocket client, seen from the server. */
export type WebSocketPeer = {
  sendText(text: string): void;
  ping(): void;
  close(code: number, reason?: string): void;
  /** Cuts the connection without a word. */
  destroy(): void;
};

export type PeerEvents = {
  onText(text: string): void;
  onClose(): void;
};

const acceptGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Answers a WebSocket upgrade (RFC 6455, no extensions) and reads the client's frames until either side closes. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  events: PeerEvents,
): WebSocketPeer | undefined {
  if (!shakeHands(request, socket)) return undefined;
  const write = (opcode: number, payload: Buffer) => {
    if (!socket.writableEnded && !socket.destroyed) socket.write(encodeFrame(opcode, payload));
  };
  let closing = false;
  const close = (payload: Buffer) => {
    if (!closing) write(opcodes.close, payload);
    closing = true;
  };
  const receive = frameReader({
    onText: events.onText,
    onPing: (payload) => write(opcodes.pong, payload),
    onClose: (payload) => {
      close(payload.subarray(0, 2));
      socket.end();
    },
    onBroken: (code, reason) => {
      close(closePayload(code, reason));
      socket.end();
    },
  });
  socket.on('data', receive);
  socket.on('error', () => socket.destroy());
  socket.once('end', () => socket.end());
  socket.once('close', events.onClose);
  if (head.length > 0) receive(head);
  return {
    sendText: (text) => write(opcodes.text, Buffer.from(text)),
    ping: () => write(opcodes.ping, Buffer.alloc(0)),
    close: (code, reason = '') => close(closePayload(code, reason)),
    destroy: () => socket.destroy(),
  };
}

function shakeHands(request: IncomingMessage, socket: Duplex): boolean {
  const { upgrade, 'sec-websocket-key': key, 'sec-websocket-version': version } = request.headers;
  if (upgrade?.toLowerCase() !== 'websocket' || !key || version !== '13') {
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    return false;
  }
  const accept = createHash('sha1')
    .update(key + acceptGuid)
    .digest('base64');
  const headers = ['upgrade: websocket', 'connection: Upgrade', `sec-websocket-accept: ${accept}`];
  socket.write(['HTTP/1.1 101 Switching Protocols', ...headers, '', ''].join('\r\n'));
  return true;
}

function closePayload(code: number, reason: string): Buffer {
  return Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)]);
}

type FrameHandlers = {
  onText(text: string): void;
  onPing(payload: Buffer): void;
  onClose(payload: Buffer): void;
  onBroken(code: number, reason: string): void;
};

/** Collects bytes into frames and fragments into whole messages. */
function frameReader(handlers: FrameHandlers): (chunk: Buffer) => void {
  let bytes: Buffer = Buffer.alloc(0);
  let fragments: Buffer[] = [];
  let done = false;
  const take = (frame: Frame) => {
    if (frame.opcode === opcodes.ping) return handlers.onPing(frame.payload);
    if (frame.opcode === opcodes.pong) return;
    if (frame.opcode === opcodes.close) {
      done = true;
      return handlers.onClose(frame.payload);
    }
    if (frame.opcode === opcodes.binary) throw new FrameError(1003, 'only text is understood');
    if (frame.opcode > opcodes.binary) throw new FrameError(1002, 'unknown opcode');
    if ((frame.opcode === opcodes.continuation) === (fragments.length === 0))
      throw new FrameError(1002, 'fragments out of order');
    fragments.push(frame.payload);
    if (!frame.final) return;
    const whole = Buffer.concat(fragments).toString('utf8');
    fragments = [];
    handlers.onText(whole);
  };
  return (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    try {
      for (let read = decodeFrame(bytes); read && !done; read = decodeFrame(bytes)) {
        bytes = read.rest;
        take(read.frame);
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      done = true;
      handlers.onBroken(error.code, error.message);
    }
  };
}
