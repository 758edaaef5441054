import { type Disk, realDisk } from '../../src/store/lowdb/files/disk.ts';

/** The real disk, with the sum of what was written, and how often it was made durable. */
export type CountingDisk = Disk & { written(): { bytes: number; writes: number; syncs: number } };

export function countingDisk(disk: Disk = realDisk): CountingDisk {
  let [bytes, writes, syncs] = [0, 0, 0];
  return {
    ...disk,
    async create(path) {
      const file = await disk.create(path);
      return {
        ...file,
        write(content) {
          bytes += content.length;
          writes += 1;
          return file.write(content);
        },
        sync() {
          syncs += 1;
          return file.sync();
        },
      };
    },
    written: () => ({ bytes, writes, syncs }),
  };
}
