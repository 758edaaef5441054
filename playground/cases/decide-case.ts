import { decideListFile, type ListVerdict } from './decide-list.ts';
import { decideSequence, type SequenceVerdict } from './decide-sequence.ts';
import { decideTexts, type TextsVerdict } from './decide-texts.ts';
import { decideCommands, decideMessages, type WordsVerdict } from './decide-words.ts';
import { readCase } from './read-case.ts';

export type Verdict = ListVerdict | TextsVerdict | SequenceVerdict | WordsVerdict | { kind: 'not read'; why: string };

/** What the program does with one file of inputs. A country named in the file overrides the given one. */
export async function decideCase(
  path: string,
  { country, message, at }: { country: string; message: string; at?: Date | undefined },
): Promise<Verdict> {
  const found = await readCase(path);
  switch (found.kind) {
    case 'list':
      return decideListFile(path, country, message, at);
    case 'texts':
      return decideTexts(found.texts, found.campaignText ?? plainCampaign, found.country ?? country);
    case 'sequence':
      return decideSequence(found.steps, found.right, found.country ?? country, message);
    case 'commands':
      return decideCommands(found.texts);
    case 'messages':
      return decideMessages(found.texts);
    case 'not read':
      return found;
  }
}

const plainCampaign = 'Hi Ada, will you come? Reply STOP to opt out.';
