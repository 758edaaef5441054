import { CampaignError } from '../campaign-error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding of a text file by its first bytes; `isUtf8` says whether all of it can be UTF-8. */
export function recogniseEncoding(head: Uint8Array, isUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 1024) & ~1;
  for (let at = 0; at < looked; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const many = looked * 0.3;
  if (looked > 0 && (zeros[1] ?? 0) > many && (zeros[0] ?? 0) < many / 4) return 'utf-16le';
  if (looked > 0 && (zeros[0] ?? 0) > many && (zeros[1] ?? 0) < many / 4) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** Throws when the file is surely something else than a text table, and says what to do about it. */
export function refuseOtherFiles(head: Uint8Array): void {
  const start = new TextDecoder('windows-1252')
    .decode(head.subarray(0, 512))
    .replace(/^(ï»¿)?\s*/, '')
    .toLowerCase();
  const known = signatures.find(({ begins }) => begins.some((sign) => start.startsWith(sign.toLowerCase())));
  const what = known?.what ?? (isBinary(head) ? 'a binary file' : undefined);
  if (!what) return;
  throw new CampaignError('not_a_csv', `This is ${what}, not a CSV file. ${known?.fix ?? fromExcel}`, 'file');
}

const fromExcel = 'Open it in Excel or Google Sheets and save it as CSV (UTF-8), then choose that file.';

const signatures = [
  { begins: ['PK\u0003', 'PK\u0005'], what: 'an Excel workbook or a zip archive', fix: fromExcel },
  { begins: ['ÐÏ\u0011à'], what: 'an old Excel workbook', fix: fromExcel },
  { begins: ['%PDF'], what: 'a PDF', fix: 'Export the list as CSV (UTF-8) from the program it comes from.' },
  { begins: ['<!doctype', '<html', '<?xml', '<table'], what: 'a web page', fix: fromExcel },
  { begins: ['{\\rtf'], what: 'a text document', fix: fromExcel },
  { begins: ['{"', '[{', '["', '[['], what: 'a JSON file', fix: fromExcel },
  {
    begins: ['\u001f‹', '7z¼¯', 'rar!'],
    what: 'a compressed file',
    fix: 'Unpack it and choose the CSV file in it.',
  },
  {
    begins: ['‰png', 'ÿØÿ', 'gif8'],
    what: 'a picture',
    fix: 'Export the list as CSV (UTF-8) instead of a picture.',
  },
];

/** More than a tenth of control characters, and not UTF-16. */
function isBinary(head: Uint8Array): boolean {
  if (recogniseEncoding(head, true) !== 'utf-8') return false;
  const looked = head.subarray(0, 1024);
  const odd = looked.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return odd > looked.length / 10;
}
