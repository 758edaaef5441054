import type { SimulatedDisk } from '../../test/store/lowdb/simulated-disk.ts';
import type { Random } from '../random.ts';
import { folder, type SmallFolder } from './small-folder.ts';

/** Something done to the files of a folder, before it is opened or while it is open. */
export type Attack = {
  what: string;
  file: string;
  isLive: boolean;
  strike: (disk: SimulatedDisk) => void | Promise<void>;
};

export const heartbeat = `${folder}/heartbeat.json`;

/** Without knowing the folder's holder an opening waits for half a minute: the lock has tests of its own. */
const isBeat = (file: string) => file.startsWith(`${folder}/heartbeat.`);

/** One bit of one byte: of each byte of each file, or of a sample all over the folder. */
export function flips({ disk }: SmallFolder, random: Random, wanted: number): Attack[] {
  const files = disk.paths().filter((file) => !isBeat(file));
  const places = files.flatMap((file) => Array.from(disk.contentOf(file), (_, at) => ({ file, at })));
  const chosen = wanted >= places.length ? places : Array.from({ length: wanted }, () => random.pick(places));
  return chosen.map(({ file, at }) => {
    const bit = random.int(0, 7);
    // Only lists are read again while the program runs.
    const isLive = file.startsWith(`${folder}/list.abcd2345`) && random.chance(0.02);
    const strike = (struck: SimulatedDisk) => struck.put(file, flipped(struck.contentOf(file), at, bit));
    return { what: `bit ${bit} of byte ${at} flipped`, file, isLive, strike };
  });
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = changed[at]! ^ (1 << bit);
  return changed;
}

/** Each file emptied, cut, removed, exchanged with each other one, and as it was before; meta.json made to know less. */
export function fileAttacks({ disk, older }: SmallFolder): Attack[] {
  const files = disk.paths().filter((file) => !isBeat(file) || file === heartbeat);
  const at = (file: string, what: string, strike: Attack['strike']): Attack => ({ file, what, isLive: false, strike });
  const each = files.flatMap((file) => {
    const bytes = disk.contentOf(file);
    const before = older.paths().includes(file) ? older.contentOf(file) : bytes;
    return [
      at(file, 'emptied', (struck) => struck.put(file, Buffer.alloc(0))),
      at(file, 'cut at a third', (struck) => struck.put(file, bytes.subarray(0, bytes.length / 3))),
      at(file, 'taken away', (struck) => struck.remove(file)),
      at(file, 'as it was before', (struck) => struck.put(file, before)),
      ...files
        .filter((other) => other > file)
        .map((other) =>
          at(file, `exchanged with ${other}`, (struck) => {
            struck.put(file, disk.contentOf(other));
            struck.put(other, bytes);
          }),
        ),
    ];
  });
  const meta = `${folder}/meta.json`;
  const reduced = (changes: object) => (struck: SimulatedDisk) => {
    const { crc: _crc, of: _of, ...known } = JSON.parse(disk.contentOf(meta).toString());
    struck.put(meta, Buffer.from(JSON.stringify({ ...known, ...changes })));
  };
  const journal = files.filter((file) => file.includes('/journal.')).at(-1);
  const cutJournal = (struck: SimulatedDisk) => {
    const bytes = journal ? disk.contentOf(journal) : Buffer.alloc(0);
    if (journal) struck.put(journal, bytes.subarray(0, bytes.lastIndexOf(0x0a, -2) + 1));
  };
  const reach = `${folder}/reach.ndjson`;
  const twice = (what: string, strike: Attack['strike']): Attack =>
    at(reach, `${what}, and the journal cut at a line’s end`, async (struck) => {
      await strike(struck);
      cutJournal(struck);
    });
  return [
    ...each,
    twice('taken away', (struck) => struck.remove(reach)),
    twice('emptied', (struck) => struck.put(reach, Buffer.alloc(0))),
    at(meta, 'without its documents', reduced({ documents: {} })),
    at(meta, 'of a former version, without its documents', reduced({ schema: 1, documents: [] })),
    at(meta, 'from the first change on', reduced({ journalFrom: 1, documents: {} })),
  ];
}
