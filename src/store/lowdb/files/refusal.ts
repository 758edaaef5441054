import { StorageError } from '../../../ports/store.ts';

/** Why the store does not open, with the file, the byte and the way out. Nothing has been changed then. */
export function damaged(path: string, offset: number, what: string): StorageError {
  return new StorageError(
    `${path} is damaged at byte ${offset}: ${what}. Trickle does not start on damaged data, because it could text people ` +
      'twice or forget who opted out, and it has changed nothing. Restore the whole folder from a backup.',
    { isDamage: true },
  );
}
