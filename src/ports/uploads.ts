/* Lists that came over HTTP: kept in the data folder until the approval, so that they can be read again. */

export type Uploads = {
  /** Durable when it resolves; whatever stops it before leaves nothing. Rejects with a StorageError, or with what `bytes` rejects with. */
  keep(bytes: AsyncIterable<Uint8Array>): Promise<{ id: string }>;
  /** The bytes of one that was kept; undefined when it is not there any more. */
  open(id: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** One that is not there is no error. */
  drop(id: string): Promise<void>;
  /** Drops all that were kept before the given moment, but for these. */
  dropAllBut(ids: ReadonlySet<string>, keptBefore: Date): Promise<void>;
};

/** Slack's own ids never begin like this. */
export function isUploadId(id: string): boolean {
  return id.startsWith('upload-');
}
