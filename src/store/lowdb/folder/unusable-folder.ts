const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a disk that is read-only',
  ENOENT: 'it is not there and cannot be made',
  ENOTDIR: 'it is a file and not a folder',
  EEXIST: 'it is a file and not a folder',
  ENOSPC: 'its disk is full',
};

/** A file-system error as a sentence that names the setting and the way out; other errors unchanged. */
export function unusableFolder(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code];
  if (reason === undefined) return error;
  const sentence = `STORE_URL: the data folder ${folder} cannot be used: ${reason} (${code}). Let the user that Trickle runs as own it, or name another folder, such as file:./data.`;
  return Object.assign(new Error(sentence, { cause: error }), { code });
}
