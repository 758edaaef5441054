import { CampaignError } from '../../domain/campaign-error.ts';
import { type ListFile, listLimits } from '../../domain/list/read-list.ts';
import { createAllowance } from './allowance.ts';
import { type CellStyles, createCellStyles } from './cell-values.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { readSheet, rowsOf } from './sheet.ts';
import { attribute, readXml } from './xml.ts';
import type { Zip } from './zip.ts';

const workbookPart = 'xl/workbook.xml';
/** The XML around a million rows takes some times their bytes. */
const mostBytes = 6 * listLimits.allBytes;

export function isWorkbook({ names }: Zip): boolean {
  return names.includes(workbookPart);
}

type Sheet = { name: string; id: string; isHidden: boolean };

/** The first sheet of an Excel workbook that has rows, as a file of a list. */
export async function openWorkbook(name: string, zip: Zip): Promise<ListFile> {
  const allowance = () => createAllowance(mostBytes);
  const partOf = (part: string) => zip.open(part, allowance());
  const { sheets, is1904 } = await readWorkbook(partOf(workbookPart));
  const parts = await readRelations(zip.names.includes(relations) ? partOf(relations) : undefined);
  const filled: { name: string; part: string; rows: number }[] = [];
  // A hidden sheet is nobody's list.
  for (const { name: title, id } of sheets.filter(({ isHidden }) => !isHidden)) {
    const part = parts.get(id);
    const rows = part !== undefined && zip.names.includes(part) ? await rowsOf(partOf(part)) : null;
    if (part !== undefined && rows !== null) filled.push({ name: title, part, rows });
  }
  const [first, ...others] = filled;
  if (!first) throw empty();
  const strings = await readStrings(zip, partOf);
  const styles = await readStyles(zip, partOf, is1904);
  return {
    name,
    rows: first.rows,
    ...(others.length > 0 && { sheet: { name: first.name, others: others.length } }),
    eachRow: (take, seen) => readSheet(partOf(first.part), { strings, styles, take, seen }),
  };
}

const relations = 'xl/_rels/workbook.xml.rels';

type Part = AsyncIterable<Uint8Array>;

async function readWorkbook(part: Part): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readXml(part, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904'));
      if (tag !== 'sheet') return;
      const isHidden = /hidden/i.test(attribute(attributes, 'state'));
      sheets.push({ name: attribute(attributes, 'name'), id: attribute(attributes, 'id'), isHidden });
    },
  });
  return { sheets, is1904 };
}

async function readRelations(part: Part | undefined): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  if (!part) return parts;
  await readXml(part, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const target = attribute(attributes, 'Target');
      parts.set(attribute(attributes, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return parts;
}

async function readStrings(zip: Zip, partOf: (part: string) => Part): Promise<SharedStrings> {
  const part = zip.names.find((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  return part === undefined ? { at: () => '' } : readSharedStrings(partOf(part));
}

async function readStyles(zip: Zip, partOf: (part: string) => Part, is1904: boolean): Promise<CellStyles> {
  const styles = createCellStyles(is1904);
  if (!zip.names.includes('xl/styles.xml')) return styles;
  let isInCells = false;
  await readXml(partOf('xl/styles.xml'), {
    open(tag, attributes) {
      if (tag === 'numFmt') styles.name(attribute(attributes, 'numFmtId'), attribute(attributes, 'formatCode'));
      if (tag === 'cellXfs') isInCells = true;
      if (tag === 'xf' && isInCells) styles.add(attribute(attributes, 'numFmtId'));
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

function empty(): CampaignError {
  const sentence = 'No sheet of this workbook has a row. Choose one with a phone number in each row.';
  return new CampaignError('empty_workbook', sentence, 'file');
}
