import { zipOf } from './zip-of.ts';

type Cell = string | number | { xml: string };
export type SheetOf = { name: string; rows: readonly (readonly Cell[])[]; state?: 'hidden' };

/** Number formats that a cell may have: `s="1"` is a day, `s="2"` a moment, `s="3"` a power of ten, the next are `formats`. */
function stylesOf(formats: readonly string[]): string {
  const all = ['yyyy\\-mm\\-dd\\ hh:mm', ...formats].map((code, at) => ({ code, id: 164 + at }));
  const named = all.map(({ code, id }) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`);
  const [moment, ...others] = all.map(({ id }) => `<xf numFmtId="${id}"/>`);
  const used = ['<xf numFmtId="0"/>', '<xf numFmtId="14"/>', moment, '<xf numFmtId="11"/>', ...others];
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${all.length}">${named.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${used.length}">${used.join('')}</cellXfs></styleSheet>`;
}

/** An Excel workbook: texts are shared, numbers stand in their cells, and other cells are as given. */
export function workbookOf(
  sheets: readonly SheetOf[],
  { is1904 = false, formats = [] }: { is1904?: boolean; formats?: readonly string[] } = {},
): Buffer {
  const strings: string[] = [];
  const indexOf = (text: string) => {
    const known = strings.indexOf(text);
    return known < 0 ? strings.push(text) - 1 : known;
  };
  const cellOf = (cell: Cell, at: string): string => {
    if (cell === '') return '';
    if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${at}"`);
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    return `<c r="${at}" t="s"><v>${indexOf(cell)}</v></c>`;
  };
  const sheetOf = ({ rows }: SheetOf): string => {
    const body = rows.map((row, no) => {
      const cells = row.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${no + 1}`));
      return cells.some((cell) => cell !== '') ? `<row r="${no + 1}">${cells.join('')}</row>` : '';
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:C${rows.length}"/><sheetData>${body.join('')}</sheetData></worksheet>`;
  };
  const parts = sheets.map((sheet, no) => ({ name: `xl/worksheets/sheet${no + 1}.xml`, content: sheetOf(sheet) }));
  const listed = sheets.map(
    ({ name, state }, no) =>
      `<sheet name="${name}" sheetId="${no + 1}"${state ? ` state="${state}"` : ''} r:id="rId${no + 1}"/>`,
  );
  const relations = sheets.map(
    (_, no) =>
      `<Relationship Id="rId${no + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${no + 1}.xml"/>`,
  );
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: stylesOf(formats) },
    { name: 'xl/sharedStrings.xml', content: `<sst>${shared}</sst>` },
    ...parts,
  ]);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
