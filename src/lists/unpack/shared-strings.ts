import { CampaignError } from '../../domain/campaign-error.ts';
import { unescapedText } from './cell-values.ts';
import { readXml } from './xml.ts';

/** Texts that a workbook keeps once for all its cells. */
export type SharedStrings = { at(index: number): string };

/** A million people have no more different names, numbers and towns. */
const mostStrings = 4_000_000;
/** More of one cell is nothing that a list would say. */
const longestString = 4_000;

export async function readSharedStrings(part: AsyncIterable<Uint8Array>, most = mostStrings): Promise<SharedStrings> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await readXml(part, {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 't') isText = !isPhonetic;
      if (tag === 'rPh') isPhonetic = true;
    },
    text(piece) {
      if (isText && text.length < longestString) text += piece;
    },
    close(tag) {
      if (tag === 't') isText = false;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'si') return;
      if (strings.length >= most) throw tooMany();
      strings.push(unescapedText(text));
    },
  });
  return { at: (index) => strings[index] ?? '' };
}

function tooMany(): CampaignError {
  const sentence = 'This workbook has more different texts than a list. Save the sheet with the list as CSV (UTF-8).';
  return new CampaignError('many_strings', sentence, 'file');
}
