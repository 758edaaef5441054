import { CampaignError } from '../../domain/campaign-error.ts';
import { type ListFile, listLimits } from '../../domain/list/read-list.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { gunzipped } from './gzip.ts';
import { allOf } from './unpacked.ts';
import { isWorkbook, openWorkbook } from './workbook.ts';
import { openZip, type Zip } from './zip.ts';

/** A file as it came, in pieces. */
export type StoredFile = { name: string; chunks: Uint8Array[] };

/**
 * The lists in these files: of gzip what is packed, of a zip each file in it, of a workbook the first sheet with rows, and all
 * others as they are. What they are is told by their first bytes. Throws a CampaignError that names the file.
 */
export async function unpackAll(files: readonly StoredFile[]): Promise<ListFile[]> {
  const allowance = createAllowance(listLimits.allBytes);
  const lists: ListFile[] = [];
  for (const file of files) {
    lists.push(...(await naming(file, files.length > 1, () => unpack(file, allowance))));
    if (lists.length > listLimits.files) throw tooMany();
  }
  return lists;
}

async function unpack(file: StoredFile, allowance: Allowance): Promise<ListFile[]> {
  const [a, b] = file.chunks[0] ?? [];
  if (a === 0x1f && b === 0x8b) {
    const inside = { name: file.name.replace(/\.gz$/i, ''), chunks: await gunzipped(file.chunks, allowance) };
    refuseArchive(inside);
    return [plainFile(inside)];
  }
  if (!isZip(file)) return [plainFile(file)];
  const zip = await openZip(Buffer.concat(file.chunks));
  return isWorkbook(zip) ? [await openWorkbook(file.name, zip)] : filesIn(zip, file.name, allowance);
}

function isZip({ chunks }: StoredFile): boolean {
  const [a, b, c] = chunks[0] ?? [];
  return a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05);
}

function plainFile({ name, chunks }: StoredFile): ListFile {
  return { name, bytes: () => chunks };
}

async function filesIn(zip: Zip, of: string, allowance: Allowance): Promise<ListFile[]> {
  if (zip.names.some((name) => name === '[Content_Types].xml' || name === 'mimetype')) throw otherDocument();
  const names = zip.names.filter((name) => !isOfTheArchive(name));
  if (names.length === 0) throw nothingInside();
  if (names.length > listLimits.files) throw tooMany();
  const lists: ListFile[] = [];
  for (const name of names) {
    const inside = { name: of === '' ? name : `${of}: ${name}`, chunks: await allOf(zip.open(name, allowance)) };
    refuseArchive(inside);
    lists.push(plainFile(inside));
  }
  return lists;
}

/** Folders, and what programs put beside the files. */
function isOfTheArchive(name: string): boolean {
  const base = name.split('/').at(-1) ?? '';
  return name.endsWith('/') || name.startsWith('__MACOSX/') || base.startsWith('.') || base === 'Thumbs.db';
}

function refuseArchive(file: StoredFile): void {
  const [a, b] = file.chunks[0] ?? [];
  if (!isZip(file) && !(a === 0x1f && b === 0x8b)) return;
  const sentence = 'There is an archive or a workbook inside this archive. Unpack it, and choose the files in it.';
  throw new CampaignError('nested_archive', sentence, 'file');
}

async function naming<T>(file: StoredFile, areSeveral: boolean, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (refusal) {
    if (!areSeveral || !(refusal instanceof CampaignError)) throw refusal;
    throw new CampaignError(refusal.code, `“${file.name}”: ${refusal.message}`, refusal.field);
  }
}

function nothingInside(): CampaignError {
  return new CampaignError('empty_archive', 'There is no file in this archive. Choose one with CSV files.', 'file');
}

function tooMany(): CampaignError {
  const sentence = `These are more than ${listLimits.files} files. Put their rows into fewer ones, or make several campaigns.`;
  return new CampaignError('many_files', sentence, 'file');
}

function otherDocument(): CampaignError {
  const sentence =
    'This is a document, but no Excel workbook. Save its list as CSV (UTF-8) or .xlsx, then choose that file.';
  return new CampaignError('other_document', sentence, 'file');
}
