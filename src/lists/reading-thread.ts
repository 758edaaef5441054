import { parentPort } from 'node:worker_threads';
import { CampaignError } from '../domain/campaign-error.ts';
import { type OptOutFile, readOptOuts } from '../domain/list/opt-outs/read-opt-outs.ts';
import { type PackedList, readPacked } from '../domain/list/read-list.ts';
import { createProgress } from './progress.ts';
import { type Answer, type Progress, packedParts, type Question } from './thread-messages.ts';
import { type StoredFile, unpackAll } from './unpack/unpack.ts';

/** Rows in one message: taking them over is a matter of a millisecond or two. */
const rowsAtOnce = 500;
/** Packed pieces in one message: they are not copied. */
const piecesAtOnce = 50;

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

async function readList({ pasted, options }: Extract<Question, { kind: 'list' }>): Promise<Answer> {
  const lists = pasted === null ? await unpackAll(files) : [];
  files.length = 0;
  const progress = createProgress(lists, (lines, about) => {
    parentPort?.postMessage({ kind: 'progress', lines, about } satisfies Progress);
  });
  state.list = await readPacked(pasted ?? progress.files, { ...options, seen: progress.seen });
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
