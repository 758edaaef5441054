import { withOpening } from '../../../domain/folder-standing.ts';
import { folderDocument } from './document-names.ts';
import type { EventOf } from './events.ts';
import { type Memory, touch } from './memory.ts';

export function applyOpened(memory: Memory, { opening, question }: EventOf<'opened'>): void {
  if (!touch(memory, folderDocument)) return;
  memory.folder = withOpening(memory.folder, opening, memory.seq);
  if (question) memory.folder = { ...memory.folder, question };
}

export function applyQuestioned(memory: Memory, { question }: EventOf<'folder_questioned'>): void {
  if (touch(memory, folderDocument)) memory.folder = { ...memory.folder, question };
}

/** Marks from before the answer tell of a past that was given up: only openings from here on are remembered. */
export function applyVouched(memory: Memory, { answer, opening }: EventOf<'folder_vouched'>): void {
  if (!touch(memory, folderDocument)) return;
  const { answers } = memory.folder;
  memory.folder = withOpening({ openings: [], question: null, answers: [...answers, answer] }, opening, memory.seq);
}

export function applyTaken(memory: Memory, { signedAt }: EventOf<'request_taken'>): void {
  if (touch(memory, folderDocument)) memory.takenUntil = Math.max(memory.takenUntil ?? signedAt, signedAt);
}
