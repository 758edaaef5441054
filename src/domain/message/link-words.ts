import tlds from 'tlds' with { type: 'json' };

/** `sure`: phones make a link of it. `doubtful`: some may, now or once somebody registers its ending. */
export type LinkKind = 'sure' | 'doubtful';

const endings: ReadonlySet<string> = new Set(tlds);

/** Judges a host's labels as written; `hasPath`: a path, a port or a query follows. */
export function kindOfHost(labels: readonly string[], hasPath: boolean): LinkKind | undefined {
  if (labels.length < 2) return undefined;
  if (isAddress(labels)) return 'sure';
  // The next sentence may follow an ending: evil.com.Then
  if (labels.slice(1).some(beginsWithEnding)) return 'sure';
  const last = labels.at(-1) ?? '';
  const letters = /^[\p{L}\p{M}]+/u.exec(last)?.[0] ?? '';
  if (/^\p{N}/u.test(last.slice(letters.length))) return endings.has(letters.toLowerCase()) ? 'doubtful' : undefined;
  if (Array.from(letters.normalize('NFC')).length < 2) return undefined;
  if (hasPath) return 'sure';
  return isPlainWriting(labels) ? undefined : 'doubtful';
}

function isAddress(labels: readonly string[]): boolean {
  return labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label));
}

/** The whole label, or its part before a hyphen or before letters of another script, where some phones end a link. */
function beginsWithEnding(label: string): boolean {
  const lower = label.toLowerCase();
  if (isEnding(lower)) return true;
  const [first = ''] = lower.split('-');
  if (first !== lower && isEnding(first)) return true;
  const latin = /^[a-z]+/.exec(lower)?.[0] ?? '';
  return isEnding(latin) && /^[^\p{Script=Latin}\p{N}\p{M}-]/u.test(lower.slice(latin.length));
}

function isEnding(label: string): boolean {
  return endings.has(label) || /^xn--./.test(label);
}

/** "J.R.Smith", "Dr.Müller", "24.Dezember" */
function isPlainWriting(labels: readonly string[]): boolean {
  const before = labels.slice(0, -1);
  const isName = /^\p{Lu}/u.test(labels.at(-1) ?? '');
  if (isName && before.every((label) => titles.has(label.toLowerCase()))) return true;
  return before.every((label) => /^(?:\p{L}\p{M}*|\d{1,4})$/u.test(label));
}

const titles = new Set(
  'mr mrs ms mx dr prof st ste sr sra jr hr fr frau herr dhr mevr mme mlle dott ing mag rev fam no nr tel str'.split(
    ' ',
  ),
);
