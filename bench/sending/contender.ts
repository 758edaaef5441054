/** A database that a contender keeps its jobs in: it is started for it, and its costs count. */
export type Server = { address: string; pid: number };

/** The job that every contender does: text so many people of a list, each once, with every result kept as it promises. */
export type SendingJob = {
  providerUrl: string;
  /** An empty folder of its own. */
  folder: string;
  server?: Server | undefined;
};

/** What does the job. Only the returned function is measured. */
export type Sending = {
  /** Stores the next so many people; the function texts them, and resolves when every result is as durable as it gets. */
  prepare(count: number): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

export type Contender = (job: SendingJob) => Promise<Sending>;

/** At once, for everybody. */
export const inFlight = 50;

/** Does it for each number below `count`, so many at once. */
export async function forEach(count: number, act: (no: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const no = next;
      next += 1;
      await act(no);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
