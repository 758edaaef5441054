import type { SegmentSummary } from '../campaign/campaign.ts';
import { twinsIn, withPlainTwins } from '../message/plain-twins.ts';
import { countSegments, isPlainSms } from '../message/segments.ts';
import { parseTemplate, renderMessage } from '../message/template.ts';

const mostLetters = 5;

/** Messages that would need fewer segments without some of their letters; letters with a plain twin are counted elsewhere. */
export function countCostly() {
  const summary = { people: 0, more: 0, most: 0, letters: [] as string[], example: '' };
  return {
    look(message: string, segments: number): void {
      const plain = withPlainTwins(message);
      const letters = [...new Set(plain)].filter((char) => !isPlainSms(char));
      if (letters.length === 0) return;
      const stripped = Array.from(plain, (char) => (isPlainSms(char) ? char : 'x')).join('');
      const more = segments - countSegments(stripped).segments;
      if (more <= 0) return;
      summary.people += 1;
      summary.more += more;
      summary.most = Math.max(summary.most, segments);
      if (summary.example === '') summary.example = wordWith(plain, letters[0] ?? '');
      for (const letter of letters) {
        if (summary.letters.length < mostLetters && !summary.letters.includes(letter)) summary.letters.push(letter);
      }
    },
    summary: (): SegmentSummary['costly'] => (summary.people > 0 ? summary : undefined),
  };
}

/** What plain twins in place of the text's own typographic characters would save. */
export function countPlainer(text: string, columns: readonly string[]) {
  const letters = twinsIn(text);
  const template = letters.length > 0 ? parseTemplate(withPlainTwins(text)) : undefined;
  const summary = { letters: letters.slice(0, 10), people: 0, saved: 0 };
  return {
    look(values: readonly string[], segments: number): void {
      const rendered = template && renderMessage(template, columns, values);
      if (!rendered?.ok) return;
      const saved = segments - countSegments(rendered.text).segments;
      if (saved <= 0) return;
      summary.people += 1;
      summary.saved += saved;
    },
    summary: () => (summary.people > 0 ? summary : undefined),
  };
}

function wordWith(text: string, letter: string): string {
  const word = text.split(/[\s,;:!?]/).find((part) => part.includes(letter)) ?? letter;
  return word.length > 20 ? letter : word;
}
