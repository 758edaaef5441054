import { channel } from 'node:diagnostics_channel';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { WebSocket } from 'undici';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeFrame, encodeFrame, FrameError, opcodes } from '../../../playground/slack/wire/websocket-frames.ts';
import { acceptWebSocket, type WebSocketPeer } from '../../../playground/slack/wire/websocket-peer.ts';

let server: Server;
let port: number;
let peers: (WebSocketPeer | undefined)[];
let received: string[];
let closed: Promise<void>;

beforeEach(async () => {
  peers = [];
  received = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  closed = promise;
  server = createServer();
  server.on('upgrade', (request, socket, head) => {
    const peer = acceptWebSocket(request, socket, head, {
      onText: (text) => {
        received.push(text);
        peer?.sendText(`got ${text}`);
      },
      onClose: resolve,
    });
    peers.push(peer);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  for (const peer of peers) peer?.destroy();
  await new Promise((done) => void server.close(done));
});

const event = (target: WebSocket, name: 'open' | 'message' | 'close') =>
  new Promise<Record<string, unknown>>((resolve) =>
    target.addEventListener(name, (one) => resolve(one as never), { once: true }),
  );

describe('against the real undici client', () => {
  test.each([1, 125, 126, 65_535, 65_536, 300_000])('a text of %i bytes goes there and back', async (bytes) => {
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    await event(client, 'open');
    client.send('x'.repeat(bytes));
    expect((await event(client, 'message')).data).toBe(`got ${'x'.repeat(bytes)}`);
    client.close(1000);
    expect(await event(client, 'close')).toMatchObject({ code: 1000, wasClean: true });
    await closed;
  });

  test('a ping is answered and the server may close', async () => {
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    await event(client, 'open');
    const pinged = new Promise<void>((resolve) => {
      const seen = () => {
        channel('undici:websocket:ping').unsubscribe(seen);
        resolve();
      };
      channel('undici:websocket:ping').subscribe(seen);
    });
    peers[0]?.ping();
    await pinged;
    peers[0]?.close(1001, 'bye');
    expect(await event(client, 'close')).toMatchObject({ code: 1001, reason: 'bye', wasClean: true });
  });
});

describe('byte by byte', () => {
  const mask = Buffer.from([1, 2, 3, 4]);
  const masked = (first: number, payload: string) =>
    Buffer.concat([
      Buffer.from([first, 0x80 | payload.length]),
      mask,
      Buffer.from(payload).map((byte, index) => byte ^ mask[index % 4]!),
    ]);

  const upgrade = async (): Promise<{
    socket: Socket;
    next(length: number): Promise<Buffer>;
    ended: Promise<unknown>;
  }> => {
    const socket = connect(port, '127.0.0.1');
    let bytes = Buffer.alloc(0);
    let look = () => {};
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      look();
    });
    const next = (length: number) =>
      new Promise<Buffer>((resolve) => {
        look = () => {
          if (bytes.length < length) return;
          const taken = bytes.subarray(0, length);
          bytes = bytes.subarray(length);
          resolve(taken);
        };
        look();
      });
    socket.write(
      'GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    expect((await next(129)).toString()).toContain('sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    return { socket, next, ended };
  };

  test('fragments are put together, with a ping in between', async () => {
    const { socket, next, ended } = await upgrade();
    const all = Buffer.concat([masked(0x01, 'Hel'), masked(0x89, 'p'), masked(0x80, 'lo')]);
    for (const byte of all) socket.write(Buffer.from([byte]));
    expect([...(await next(3))]).toEqual([0x8a, 1, 'p'.charCodeAt(0)]);
    expect((await next(11)).subarray(2).toString()).toBe('got Hello');
    socket.end();
    await ended;
  });

  test.each([
    ['an unmasked frame', Buffer.from([0x81, 1, 65]), 1002],
    ['reserved bits', masked(0xc1, 'x'), 1002],
    ['a binary frame', masked(0x82, 'x'), 1003],
    ['a continuation of nothing', masked(0x80, 'x'), 1002],
    ['an unknown opcode', masked(0x83, 'x'), 1002],
    ['a split ping', masked(0x09, 'x'), 1002],
  ])('the connection ends at %s', async (_name, bytes, code) => {
    const { socket, next, ended } = await upgrade();
    socket.write(bytes);
    const answer = await next(4);
    expect([answer[0], answer.readUInt16BE(2)]).toEqual([0x88, code]);
    socket.end();
    await ended;
  });

  test('something that is no upgrade to a WebSocket is refused', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nhost: x\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n'),
      );
      socket.once('data', (chunk) => {
        socket.destroy();
        resolve(chunk.toString());
      });
    });
    expect(answer).toContain('400 Bad Request');
  });

  test('a frame never decodes from a part of its bytes, and always from all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(), (text, cut) => {
        const payload = Buffer.from(text).subarray(0, 125);
        const whole = Buffer.concat([
          Buffer.from([0x81, 0x80 | payload.length]),
          mask,
          payload.map((byte, index) => byte ^ mask[index % 4]!),
        ]);
        expect(decodeFrame(whole.subarray(0, cut % whole.length))).toBeUndefined();
        expect(decodeFrame(whole)).toMatchObject({
          frame: { final: true, opcode: opcodes.text, payload },
          rest: Buffer.alloc(0),
        });
      }),
    );
  });

  test('a frame too large to hold is refused before its bytes arrive', () => {
    const head = Buffer.alloc(14);
    head.set([0x81, 0xff]);
    head.writeBigUInt64BE(17n * 1024n * 1024n, 2);
    expect(() => decodeFrame(head)).toThrow(FrameError);
    expect(encodeFrame(opcodes.text, Buffer.alloc(70_000)).length).toBe(70_010);
  });
});
