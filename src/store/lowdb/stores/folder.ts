import { randomBytes } from 'node:crypto';
import { compareMark, type FolderKnowledge, type Opening } from '../../../domain/folder-standing.ts';
import type { FolderStore } from '../../../ports/store.ts';
import type { Journal } from '../journal/journal.ts';
import type { EventOf } from '../memory/events.ts';
import type { Memory } from '../memory/memory.ts';
import type { Changes } from './changes.ts';

/** Each start is an opening. One before the first write is a new store's: it knows no opt-outs. */
export function opened({ folder, seq }: Pick<Memory, 'folder' | 'seq'>, now: Date): EventOf<'opened'> {
  const opening = openingAfter(lastEpoch(folder), now);
  if (seq > 0) return { kind: 'opened', opening };
  return { kind: 'opened', opening, question: { kind: 'new', at: opening.at } };
}

export function folderStore(store: {
  changes: Changes;
  journal: Pick<Journal, 'height'>;
  storeId: string;
  now: () => Date;
}): FolderStore {
  const { changes, journal, storeId, now } = store;
  const { memory } = changes;
  let isInDoubt = false;
  const openedAs = {
    epoch: lastEpoch(memory.folder),
    isNew: memory.folder.question?.kind === 'new' && isFirst(memory),
  };

  return {
    question: () => memory.folder.question,
    openedAs: () => openedAs,
    mark() {
      const { question } = memory.folder;
      if (isInDoubt || (question && question.kind !== 'new')) return null;
      const { epoch, id } = memory.folder.openings.findLast(({ from }) => from <= journal.height()) ?? {
        epoch: 1,
        id: '',
      };
      return { storeId, epoch, opening: id, height: journal.height(), at: now().toISOString() };
    },
    compare: (mark) => compareMark(memory.folder, { storeId, height: memory.seq }, mark),
    knownUntil: () => newestChange(memory),
    doubt(is) {
      isInDoubt = is;
    },
    isInDoubt: () => isInDoubt && memory.folder.question === null,
    isSound: () => !isInDoubt && memory.folder.question === null,
    async ask(question) {
      await changes.ready();
      const open = memory.folder.question?.kind;
      if (open && (open !== 'new' || question.kind !== 'older')) return changes.durable();
      await changes.commit({ kind: 'folder_questioned', question });
    },
    async vouch(by, at) {
      await changes.ready();
      const { question } = memory.folder;
      if (!question) return changes.durable();
      const known = Math.max(lastEpoch(memory.folder), question.kind === 'older' ? question.epoch : 0);
      const opening = openingAfter(known, now());
      await changes.commit({ kind: 'folder_vouched', answer: { to: question.kind, by, at }, opening });
    },
  };
}

/** The newest time borne by a sent message, a started campaign or a start of the program. */
function newestChange({ campaigns, folder }: Memory): string | null {
  const times = folder.openings.slice(0, -1).map(({ at }) => Date.parse(at));
  for (const { campaign, columns } of campaigns.values()) {
    times.push(Date.parse(campaign.createdAt), Date.parse(campaign.startedAt ?? campaign.createdAt));
    let newest = 0;
    for (const at of columns.changedAt) newest = Math.max(newest, at);
    times.push(newest);
  }
  const last = times.reduce((newest, at) => Math.max(newest, at), 0);
  return last > 0 ? new Date(last).toISOString() : null;
}

function isFirst({ folder }: Memory): boolean {
  return folder.openings.length === 1 && folder.openings[0]?.from === 1;
}

function lastEpoch({ openings }: FolderKnowledge): number {
  return openings.at(-1)?.epoch ?? 0;
}

function openingAfter(epoch: number, now: Date): Opening {
  return { epoch: epoch + 1, id: randomBytes(4).toString('hex'), at: now.toISOString() };
}
