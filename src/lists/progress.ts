import type { ListFile } from '../domain/list/read-list.ts';

/** Milliseconds between two words of how far it is. */
const everyMs = 250;
const chunkLength = 65_536;

/**
 * The same files, watched while they are read, perhaps more than once. How many lines there are is guessed from the bytes of
 * those that were read; a spreadsheet says it.
 */
export function createProgress(files: readonly ListFile[], tell: (lines: number, about: number) => void) {
  const total = files.reduce((sum, file) => sum + bytesOf(file), 0);
  const rows = files.reduce((sum, file) => sum + ('rows' in file ? (file.rows ?? 0) : 0), 0);
  const before = new Map<ListFile, number>();
  let [bytes, saidAtMs] = [0, performance.now()];

  const watched = (file: ListFile): ListFile => {
    if (!('bytes' in file)) return file;
    return {
      name: file.name,
      async *bytes() {
        bytes = before.get(file) ?? bytes;
        before.set(file, bytes);
        for await (const chunk of file.bytes()) {
          for (let at = 0; at < chunk.length; at += chunkLength) {
            const piece = chunk.subarray(at, at + chunkLength);
            bytes += piece.length;
            yield piece;
          }
        }
      },
    };
  };

  return {
    files: files.map(watched),
    seen(lines: number): void {
      if (performance.now() - saidAtMs < everyMs) return;
      saidAtMs = performance.now();
      const guess = rows + (bytes > 0 ? Math.round((lines * total) / bytes) : 0);
      tell(lines, Math.max(lines, guess));
    },
  };
}

function bytesOf(file: ListFile): number {
  if (!('bytes' in file)) return 0;
  let bytes = 0;
  for (const { length } of file.bytes() as Iterable<Uint8Array>) bytes += length;
  return bytes;
}
