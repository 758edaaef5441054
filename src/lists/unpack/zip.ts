import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { CampaignError } from '../../domain/campaign-error.ts';
import { type Allowance, broken } from './allowance.ts';
import { unpacked } from './unpacked.ts';

/** A zip archive whose files are read one by one. Nothing is ever written under their names. */
export type Zip = {
  names: readonly string[];
  /** The bytes of a file, checked against its checksum at the end. */
  open(name: string, allowance: Allowance): AsyncIterable<Uint8Array>;
};

/** A workbook of many sheets has some hundreds. */
const mostEntries = 2_000;

export async function openZip(bytes: Buffer): Promise<Zip> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    const entries = await entriesOf(zip);
    return {
      names: [...entries.keys()],
      open(name, allowance) {
        const entry = entries.get(name);
        if (!entry) throw broken('zip archive');
        return contentOf(zip, entry, allowance);
      },
    };
  } catch (error) {
    throw error instanceof CampaignError ? error : broken('zip archive');
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > mostEntries) throw tooMany();
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= mostEntries) throw tooMany();
    const name = nameOf(entry);
    if (entries.has(name) && !name.endsWith('/')) throw sameNames(name);
    entries.set(name, entry);
  }
  return entries;
}

/** Names that lead out of a folder are no worse than others here. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

async function* contentOf(zip: ZipFile, entry: Entry, allowance: Allowance): AsyncGenerator<Uint8Array, void> {
  if (entry.isEncrypted()) throw encrypted();
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry);
  } catch {
    throw broken('zip archive');
  }
  let sum = 0;
  for await (const chunk of unpacked(stream, { packed: entry.compressedSize, allowance, what: 'zip archive' })) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw broken('zip archive');
}

function encrypted(): CampaignError {
  const sentence = 'This archive has a password. Unpack it, and choose the files in it.';
  return new CampaignError('encrypted_archive', sentence, 'file');
}

/** Of two such only one would be read, and the people of the other would be missing. */
function sameNames(name: string): CampaignError {
  const sentence = `Two files in this archive are called “${name.slice(0, 60)}”. Unpack it, and choose the files that you mean.`;
  return new CampaignError('same_names', sentence, 'file');
}

function tooMany(): CampaignError {
  const sentence = 'There are far more files in this archive than a list has. Choose one with the CSV files alone.';
  return new CampaignError('many_files', sentence, 'file');
}
