import type { Figures } from './find-figures.ts';

/** The figures as a small table, and below it what is broken. */
export function printFigures(figures: Figures, { seed, tookMs }: { seed: number; tookMs: number }): string {
  const { replies, stops, counted, inGroups, oneByOne, pressesBefore, pressesNow, pressed, longestWaitMs, broken } =
    figures;
  const waited = replies - stops;
  const each = (presses: number) => `${(presses / waited).toFixed(2)} a reply (${presses} for ${waited})`;
  const rows = [
    ['seed', String(seed)],
    ['replies', `${replies}, of them ${stops} STOP`],
    ['counted by themselves', String(counted)],
    ['decided in groups', String(inGroups)],
    ['decided one by one', String(oneByOne)],
    ['presses, card by card', each(pressesBefore)],
    ['presses now', each(pressesNow)],
    ['times fewer', (pressesBefore / pressesNow).toFixed(1)],
    ['longest wait', inMinutes(longestWaitMs)],
    ['took', `${(tookMs / 1_000).toFixed(0)} s`],
  ] as const;
  return [
    ...rows.map(([what, value]) => `${what.padEnd(24)}${value}`),
    ...pressed.map(([what, times]) => `  ${what.padEnd(22)}${times}`),
    ...(broken.length === 0 ? ['Nobody is left waiting, nobody was texted twice or after a STOP.'] : []),
    ...broken.map((sentence) => `BROKEN: ${sentence}`),
  ].join('\n');
}

function inMinutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
