/** With this many files at a time the disk is busy and the loop is not. */
const width = 4;

/** Does the tasks 0 to count - 1, several at a time. Rejects with the first failure, once those under way have ended. */
export async function inParallel(count: number, task: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  async function worker(): Promise<void> {
    while (next < count && !failed) {
      next += 1;
      try {
        await task(next - 1);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }
  const results = await Promise.allSettled(Array.from({ length: Math.min(width, count) }, worker));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** The same with what comes one after the other, when its turn has come. */
export async function inParallelOf<T>(
  all: AsyncIterable<T>,
  task: (one: T, index: number) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let index = 0;
  try {
    for await (const one of all) {
      if (failures.length > 0) break;
      const done: Promise<void> = task(one, index)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => running.delete(done));
      running.add(done);
      index += 1;
      if (running.size === width) await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
  if (failures.length > 0) throw failures[0];
}
