import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuOfTrees, diskBytesBelow } from './processes.ts';

export type Measured = {
  ms: number;
  /** Of this process. */
  cpuMicros: number;
  /** Of the servers behind it; undefined where the kernel does not tell. */
  backendCpuMicros: number | undefined;
  /** Given to the disk below the folder; undefined without one, or where it is not to be seen. */
  diskBytes: number | undefined;
  /** How late the event loop of this process was. */
  loopP99Ms: number;
  loopMaxMs: number;
};

/** What an act costs this process, the servers that it works with, and the disk. */
export async function measure(
  act: () => Promise<unknown>,
  { backends = [], folder }: { backends?: readonly number[]; folder?: string } = {},
): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const diskBefore = folder === undefined ? undefined : diskBytesBelow(folder);
  const [behindBefore, cpu] = [cpuOfTrees(backends), process.cpuUsage()];
  const startMs = performance.now();
  delay.enable();
  await act();
  delay.disable();
  const ms = performance.now() - startMs;
  const { user, system } = process.cpuUsage(cpu);
  const behind = cpuOfTrees(backends);
  const disk = folder === undefined ? undefined : diskBytesBelow(folder);
  return {
    ms,
    cpuMicros: user + system,
    backendCpuMicros: differenceOf(behind, behindBefore),
    diskBytes: differenceOf(disk, diskBefore),
    loopP99Ms: delay.percentile(99) / 1e6,
    loopMaxMs: delay.max / 1e6,
  };
}

function differenceOf(after: number | undefined, before: number | undefined): number | undefined {
  return after === undefined || before === undefined ? undefined : after - before;
}
