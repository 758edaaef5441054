/** Bytes as JSON can carry them; in pieces, because one call takes only a limited number of arguments. */
export function toBase64(bytes: Uint8Array): string {
  const pieceBytes = 30_000;
  let text = '';
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    text += String.fromCharCode(...bytes.subarray(start, start + pieceBytes));
  }
  return btoa(text);
}
