/**
 * Finds each thing once. Free text may have a million values: at `most` it forgets all and begins again. What it returns
 * is shared, so nobody may change it.
 */
export function createMemory<V extends object>(most = 50_000) {
  const known = new Map<string, V>();
  return (key: string, find: () => V): V => {
    const old = known.get(key);
    if (old) return old;
    if (known.size >= most) known.clear();
    const found = find();
    known.set(key, found);
    return found;
  };
}
