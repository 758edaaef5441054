import { CampaignError } from '../../campaign-error.ts';

/** A label of the Encoding Standard. */
export type Encoding = string;

/** The encoding of a text file by its first bytes: UTF-16 has marks or zeros. Undefined: one or more bytes per character. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 1024) & ~1;
  for (let at = 0; at < looked; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const many = looked * 0.3;
  if (looked > 0 && (zeros[1] ?? 0) > many && (zeros[0] ?? 0) < many / 4) return 'utf-16le';
  if (looked > 0 && (zeros[0] ?? 0) > many && (zeros[1] ?? 0) < many / 4) return 'utf-16be';
  return undefined;
}

/** The usual encoding of a country's programs besides UTF-8; browsers guess the same. */
export function legacyEncoding(country: string): Encoding {
  return encodingOf.get(country) ?? 'windows-1252';
}

const encodingOf = new Map(
  Object.entries({
    'windows-1250': 'PL CZ SK HU SI HR BA RO AL',
    'windows-1251': 'RU UA BY BG RS MK KZ KG MN TJ',
    'windows-1253': 'GR CY',
    'windows-1254': 'TR AZ',
    'windows-1255': 'IL',
    'windows-1256': 'AE SA EG JO LB SY IQ KW QA BH OM YE LY TN DZ MA SD PS IR PK AF',
    'windows-1257': 'LT LV EE',
    'windows-1258': 'VN',
    'windows-874': 'TH',
    shift_jis: 'JP',
    gb18030: 'CN SG',
    big5: 'TW HK MO',
    'euc-kr': 'KR',
  }).flatMap(([encoding, countries]) => countries.split(' ').map((country) => [country, encoding] as const)),
);

/** Throws when the file is surely no text table, and says what to do about it. */
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

const fromExcel = 'Open it in Excel or Google Sheets and save it as .xlsx or CSV (UTF-8), then choose that file.';

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

/** More than a tenth are control characters, and it is not UTF-16. */
function isBinary(head: Uint8Array): boolean {
  if (wideEncoding(head)) return false;
  const looked = head.subarray(0, 1024);
  const odd = looked.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return odd > looked.length / 10;
}
