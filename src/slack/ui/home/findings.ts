import type { KnownBlock } from '@slack/types';
import type { Finding } from '../../../domain/rules/audit.ts';
import { findingInWords } from '../../../domain/rules/audit-words.ts';
import { shown } from '../../limits.ts';
import { cut, inert } from '../parts/inert.ts';
import { header } from '../parts/message.ts';
import { lines, readSentence, richText, type Sentence } from '../parts/sentence.ts';
import { number } from '../words/number-words.ts';

/** The most that are named; the log of the last start has all of them. */
const mostNamed = 12;

/** What an admin should look at of the rules; nothing where all is as usual. */
export function findingBlocks(findings: readonly Finding[]): KnownBlock[] {
  if (findings.length === 0) return [];
  const said = findings.slice(0, mostNamed).map((finding): Sentence => {
    const words = readSentence(cut(inert(findingInWords(finding)), shown.excerpt));
    return [{ bold: holdsNow.includes(finding.kind) ? 'In force: ' : 'To do: ' }, ...words];
  });
  const left = findings.length - said.length;
  const more: Sentence[] = left > 0 ? [[`And ${number(left)} more, which the log of the last start names.`]] : [];
  return [header('Rules to look at'), richText(lines(...said, ...more, ['Not legal advice.']))];
}

/** Somebody chose it, and answers for it. */
const holdsNow: readonly Finding['kind'][] = ['looser', 'house_off'];
