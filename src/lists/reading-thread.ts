import { parentPort } from 'node:worker_threads';
import { CampaignError } from '../domain/campaign-error.ts';
import { type OptOutFile, readOptOuts } from '../domain/list/opt-outs/read-opt-outs.ts';
import { type ListFile, type PackedList, readPacked } from '../domain/list/read-list.ts';
import { type Answer, type Progress, packedParts, type Question } from './thread-messages.ts';

/** Rows in one message: taking them over is a matter of a millisecond or two. */
const rowsAtOnce = 500;
/** Packed pieces in one message: they are not copied. */
const piecesAtOnce = 50;
/** Milliseconds between two words of how far it is. */
const progressEveryMs = 250;

type StoredFile = { name: string; chunks: Uint8Array<ArrayBuffer>[] };

const files: StoredFile[] = [];
const state: { list?: PackedList; optOuts?: OptOutFile } = {};

parentPort?.on('message', async (question: Question) => {
  const given = await answer(question);
  parentPort?.postMessage(given, given.kind === 'pieces' ? given.pieces.map(({ buffer }) => buffer) : []);
});

async function answer(question: Question): Promise<Answer> {
  try {
    return await answerTo(question);
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message, field: error.field };
  }
}

async function answerTo(question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'file':
      files.push({ name: question.name, chunks: [] });
      return { kind: 'taken' };
    case 'bytes':
      files.at(-1)?.chunks.push(...question.chunks);
      return { kind: 'taken' };
    case 'list':
      return readList(question);
    case 'pieces': {
      const { part, from } = question;
      return { kind: 'pieces', pieces: state.list?.[part].pieces.slice(from, from + piecesAtOnce) ?? [] };
    }
    case 'optOuts': {
      state.optOuts = await readOptOuts(question.source, question.options);
      const { optOuts, refused, ...head } = state.optOuts;
      return { kind: 'optOuts', head, lengths: { optOuts: optOuts.length, refused: refused.length } };
    }
    case 'rows': {
      const { part, from } = question;
      return { kind: 'rows', rows: state.optOuts?.[part].slice(from, from + rowsAtOnce) ?? [] };
    }
  }
}

async function readList({ pasted, options, totalBytes }: Extract<Question, { kind: 'list' }>): Promise<Answer> {
  const progress = createProgress(totalBytes);
  const source = pasted ?? files.map((file) => asListFile(file, progress));
  state.list = await readPacked(source, { ...options, seen: progress.seen });
  files.length = 0;
  const { recipients, marked, duplicates, invalid, ...head } = state.list;
  const packed = { recipients, marked, duplicates, invalid };
  const each = <T>(of: (part: (typeof packedParts)[number]) => T) =>
    Object.fromEntries(packedParts.map((part) => [part, of(part)])) as Record<(typeof packedParts)[number], T>;
  return {
    kind: 'list',
    head: {
      ...head,
      lengths: each((part) => packed[part].length),
      pieces: each((part) => packed[part].pieces.length),
      lines: each((part) => packed[part].lines),
    },
  };
}

const chunkLength = 65_536;

function asListFile({ name, chunks }: StoredFile, { begun, taken }: ReturnType<typeof createProgress>): ListFile {
  return {
    name,
    *bytes() {
      begun(chunks);
      for (const chunk of chunks) {
        for (let at = 0; at < chunk.length; at += chunkLength) {
          const piece = chunk.subarray(at, at + chunkLength);
          yield piece;
          taken(piece.length);
        }
      }
    },
  };
}

/** Guesses how many lines there are from what those that were read took. */
function createProgress(totalBytes: number) {
  const before = new Map<object, number>();
  let [bytes, saidAtMs] = [0, performance.now()];
  return {
    /** Files may be read more than once. */
    begun(file: object): void {
      bytes = before.get(file) ?? bytes;
      before.set(file, bytes);
    },
    taken(length: number): void {
      bytes += length;
    },
    seen(lines: number): void {
      if (performance.now() - saidAtMs < progressEveryMs) return;
      saidAtMs = performance.now();
      const about = Math.max(lines, Math.round((lines * totalBytes) / Math.max(1, bytes)));
      parentPort?.postMessage({ kind: 'progress', lines, about } satisfies Progress);
    },
  };
}
