export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export type Frame = {
  readonly final: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
};

/** Thrown for bytes that RFC 6455 forbids a client to send; `code` is the close code to answer with. */
export class FrameError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.name = 'FrameError';
    this.code = code;
  }
}

const maxPayloadBytes = 16 * 1024 * 1024;

/** Writes one unmasked, final frame, as servers send them. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const first = 0x80 | opcode;
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  if (payload.length < 65_536) {
    const head = Buffer.from([first, 126, 0, 0]);
    head.writeUInt16BE(payload.length, 2);
    return Buffer.concat([head, payload]);
  }
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}

/** Reads the first whole frame of a client from the bytes received so far; undefined while it is incomplete. */
export function decodeFrame(bytes: Buffer): { frame: Frame; rest: Buffer } | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  if (first & 0x70) throw new FrameError(1002, 'reserved bits are set');
  if (!(second & 0x80)) throw new FrameError(1002, 'a client must mask its frames');
  const short = second & 0x7f;
  const opcode = first & 0x0f;
  const final = (first & 0x80) !== 0;
  if (opcode >= 8 && (short > 125 || !final)) throw new FrameError(1002, 'control frames are short and whole');
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  if (bytes.length < maskAt + 4) return undefined;
  const length =
    lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (length > maxPayloadBytes) throw new FrameError(1009, 'the frame is too large');
  const start = maskAt + 4;
  if (bytes.length < start + length) return undefined;
  const mask = bytes.subarray(maskAt, start);
  const payload = Buffer.from(bytes.subarray(start, start + length));
  for (let index = 0; index < payload.length; index += 1) payload[index]! ^= mask[index % 4]!;
  return { frame: { final, opcode, payload }, rest: bytes.subarray(start + length) };
}
