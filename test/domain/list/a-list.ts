export const us = { country: 'US' };
export const ada = '+12015550123';
export const bob = '+12015550124';

export async function* inChunks(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function fileOf(text: string): AsyncGenerator<Uint8Array> {
  return inChunks(new TextEncoder().encode(text), 1000);
}
