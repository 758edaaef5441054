/** What an operator may want to read in the log. */
export type StoreEvent =
  | { kind: 'journal_cut'; file: string; offset: number }
  | { kind: 'storage_failed'; error: string }
  | { kind: 'storage_recovered' }
  | { kind: 'checkpoint'; documents: number; ms: number }
  | { kind: 'checkpoint_failed'; error: string }
  | { kind: 'lock_failed'; error: string }
  | { kind: 'height_unkept'; file: string; error: string }
  /** The journal's file is gone, or another stands in its place: it was written again. */
  | { kind: 'journal_replaced'; file: string }
  /** The folder is not ours any more: nothing is written or sent. */
  | { kind: 'lock_lost'; error: string }
  /** Another process may have the folder: its heartbeat is watched for this long. */
  | { kind: 'lock_waits'; pid: number; host: string; seconds: number }
  | { kind: 'folder_open_to_others'; folder: string };
