import type { Store } from '../../ports/store.ts';
import { checkpoints } from './documents/checkpoint.ts';
import { listDocuments } from './documents/lists.ts';
import { openMeta } from './documents/meta.ts';
import { readBack } from './documents/recover.ts';
import { seedOf } from './files/checksum.ts';
import { type Disk, realDisk } from './files/disk.ts';
import { documentFiles } from './files/document-file.ts';
import type { StoreEvent } from './files/store-event.ts';
import { realTimers, type Timers } from './files/timers.ts';
import { type Lock, lockFolder, type Rival } from './folder/lock.ts';
import { closeServer, takeStoreSocket } from './folder/lock-socket.ts';
import { unusableFolder } from './folder/unusable-folder.ts';
import { openJournal } from './journal/journal.ts';
import { announcementStore } from './stores/announcements.ts';
import { apiKeyStore } from './stores/api-keys.ts';
import { campaignStore } from './stores/campaigns.ts';
import { createChanges } from './stores/changes.ts';
import { conversationStore, residenceStore } from './stores/conversations.ts';
import { folderStore, opened } from './stores/folder.ts';
import { formStore } from './stores/forms.ts';
import { importStore } from './stores/imports.ts';
import { recipientStore } from './stores/recipients.ts';
import { reminderStore } from './stores/reminders.ts';
import { requestStore } from './stores/requests.ts';
import { suppressionStore } from './stores/suppressions.ts';

type OpenOptions = {
  folder: string;
  now?: () => Date;
  log?: (event: StoreEvent) => void;
  disk?: Disk;
  timers?: Timers;
  /** The journal's content moves into the documents only above this many bytes. */
  journalBytes?: number;
  /** So long a result or a receipt may wait for a write that others share: each write wakes up three threads. */
  lingerMs?: number;
  rival?: Rival;
  /** From this call on no other process has the folder; what is in it is read only then. */
  onTaken?: () => void;
  /** Refused while a process on this machine has a copy of the folder open. */
  isOnlyCopy?: boolean;
};

/** Enough for some of thirty messages a second to share a write; for a crash no more than a slower provider would be. */
export const usualLingerMs = 50;

/**
 * The embedded store: one folder, one process. Rejects with a sentence that tells the way out when the folder is in
 * use, damaged, or of a newer version; then nothing in it was changed.
 */
export async function openLowdbStore({ rival, onTaken = () => {}, ...options }: OpenOptions): Promise<Store> {
  const { folder, now = () => new Date(), log = () => {}, disk = realDisk, timers = realTimers } = options;
  const { journalBytes = 8 * 1024 * 1024, lingerMs = 0, isOnlyCopy = false } = options;
  const lock = await takeFolder({ disk, folder, now, log, timers, ...(rival && { rival }) });
  onTaken();
  try {
    return await openLocked({ folder, now, log, disk, timers, journalBytes, lingerMs, isOnlyCopy }, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes a missing folder. Reasons why it cannot be used name the setting. */
async function takeFolder(options: Parameters<typeof lockFolder>[0]): Promise<Lock> {
  const { disk, folder, log } = options;
  try {
    await disk.makeFolder(folder);
    const lock = await lockFolder(options);
    if (await disk.isOpenToOthers(folder)) log({ kind: 'folder_open_to_others', folder });
    return lock;
  } catch (error) {
    throw unusableFolder(folder, error);
  }
}

async function openLocked(options: Required<Omit<OpenOptions, 'rival' | 'onTaken'>>, lock: Lock): Promise<Store> {
  const { folder, now, log, disk, timers, journalBytes, lingerMs, isOnlyCopy } = options;
  const meta = await openMeta(disk, folder, now());
  const socket = isOnlyCopy ? await takeStoreSocket(meta.storeId, folder) : undefined;
  const files = documentFiles(disk, folder, meta.storeId);
  const lists = listDocuments(files);
  const { memory, sums, segments, replayedBytes } = await readBack({ disk, folder, files, lists, meta, log });
  const journal = await openJournal({
    disk,
    folder,
    lastSeq: memory.seq,
    old: segments,
    oldBytes: replayedBytes,
    seed: seedOf(meta.storeId),
    timers,
    lingerMs,
    lock,
    log,
  });
  const checkpointing = checkpoints({ memory, journal, files, meta, sums, lock, journalBytes, log });
  // From now on everything in a former store is under a checksum and must be there; if the disk fails, from the next
  // checkpoint on.
  if (meta.isFormer || !meta.hasReach) await checkpoint();
  let closed: Promise<void> | undefined;
  const changes = createChanges({
    memory,
    journal,
    lock,
    checkpoints: checkpointing,
    isClosed: () => closed !== undefined,
  });

  // Kept for later when it cannot be written now.
  changes.commit(opened(memory, now())).catch(() => {});
  await changes.durable().catch(() => {});

  /** What cannot be written now is in the journal, or was never acknowledged. */
  async function checkpoint(): Promise<void> {
    try {
      await checkpointing.run();
    } catch (error) {
      log({ kind: 'checkpoint_failed', error: error instanceof Error ? error.message : String(error) });
    }
  }

  async function close(): Promise<void> {
    await checkpoint();
    await journal.close();
    await lock.release();
    await closeServer(socket);
  }

  return {
    campaigns: campaignStore(changes, lists),
    recipients: recipientStore(changes, lists),
    suppressions: suppressionStore(changes),
    conversations: conversationStore(changes, now),
    announcements: announcementStore(changes, now),
    reminders: reminderStore(changes),
    residences: residenceStore(memory),
    apiKeys: apiKeyStore(changes),
    folder: folderStore({ changes, journal, storeId: meta.storeId, now }),
    requests: requestStore(changes),
    forms: formStore(changes),
    imports: importStore(changes),
    durable: changes.durable,
    trouble: () => lock.lost() ?? journal.trouble(),
    close() {
      closed ??= close();
      return closed;
    },
  };
}
