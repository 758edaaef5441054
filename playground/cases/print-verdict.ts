import type { Verdict } from './decide-case.ts';
import type { ListVerdict } from './decide-list.ts';
import type { TextVerdict } from './decide-texts.ts';

/** A verdict for people to read. */
export function printVerdict(file: string, verdict: Verdict): string {
  return [`\n== ${file}: ${verdict.kind}`, ...linesOf(verdict)].join('\n');
}

function linesOf(verdict: Verdict): string[] {
  switch (verdict.kind) {
    case 'not read':
      return [`  ${verdict.why}`];
    case 'list':
      return linesOfList(verdict);
    case 'texts':
      return [`  after “${verdict.campaignText}”`, ...verdict.texts.flatMap(linesOfText)];
    case 'sequence':
      return verdict.steps.flatMap((step) =>
        'messaged' in step
          ? [...linesOfList(step), `  a message left for: ${step.messaged.join(', ') || 'nobody'}`]
          : linesOfText(step),
      );
    case 'commands':
    case 'messages':
      return verdict.texts.flatMap(({ text, decision }) => [
        `  “${text}”`,
        ...(decision.length > 0 ? decision : ['no warning']).map((line) => `    ${line}`),
      ]);
  }
}

function linesOfList({ texted, notTexted, asks, refused, preview }: ListVerdict): string[] {
  if (refused) return [`  refused: ${refused}`];
  return [
    ...texted.map(
      ({ line, number, values, text, rules }) =>
        `  texted: line ${line ?? '?'}, ${number} (${Object.values(values).slice(0, 6).join(', ')}): ${text}${rules ? ` [${rules}]` : ''}`,
    ),
    ...notTexted.map(
      ({ line, value, reason }) => `  not texted: ${line === null ? '' : `line ${line}, `}“${value}”: ${reason}`,
    ),
    ...asks.map(
      ({ label, chosen, choices }) =>
        `  ${chosen === null ? 'asked' : `may be changed from “${chosen}”`}: ${label}: ${choices.join(' | ')}`,
    ),
    ...preview.map((line) => `  | ${line}`),
  ];
}

function linesOfText({ text, answer, decision, isBlocked, isWaiting, card }: TextVerdict): string[] {
  const state = [
    decision,
    isBlocked ? 'blocked' : 'may be texted',
    isWaiting ? 'somebody has to answer' : 'nobody waits',
  ];
  return [`  “${text}”`, `    ${answer}: ${state.join(', ')}`, ...card.map((line) => `    | ${line}`)];
}
