/** What an operator may want to read in the log. */
export type StoreEvent =
  | { kind: 'journal_cut'; file: string; offset: number }
  | { kind: 'storage_failed'; error: string }
  | { kind: 'storage_recovered' }
  | { kind: 'checkpoint'; documents: number; ms: number }
  | { kind: 'checkpoint_failed'; error: string }
  | { kind: 'lock_failed'; error: string }
  | { kind: 'height_unkept'; file: string; error: string };
