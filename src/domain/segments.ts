import { SegmentedMessage } from 'sms-segments-calculator';

export type SegmentCount = {
  encoding: 'GSM-7' | 'UCS-2';
  segments: number;
  /** As the limits of 160 and 70 count them: `€` and `[` are two in GSM-7, most emoji are two in UCS-2. */
  characters: number;
};

/** In how many billed parts a text goes out. */
export function countSegments(text: string): SegmentCount {
  if (text === '') return { encoding: 'GSM-7', segments: 0, characters: 0 };
  const message = new SegmentedMessage(text);
  const characters = message.encodedChars.reduce((sum, char) => sum + (char.codeUnits?.length ?? 0), 0);
  return { encoding: message.encodingName, segments: message.segmentsCount, characters };
}
