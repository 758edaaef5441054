/** So that a phone shows it on one line. */
const cells = 10;

/** "█████░░░░░ 50 %". Full only when everybody is done, empty only when nobody is. */
export function progressBar(fraction: number): string {
  const done = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
  const full = within(done, Math.round(done * cells), cells);
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${within(done, Math.round(done * 100), 100)} %`;
}

function within(fraction: number, rounded: number, whole: number): number {
  if (fraction <= 0) return 0;
  if (fraction >= 1) return whole;
  return Math.min(whole - 1, Math.max(1, rounded));
}
