/** How a number format of a workbook shows numbers, as far as it says more than the number: ECMA-376, 18.8.31. */
export type NumberFormat =
  | { kind: 'date' }
  | { kind: 'power' }
  /** Whole numbers have at least so many digits, behind these signs. */
  | { kind: 'number'; before: string; digits: number };

export const plainNumber: NumberFormat = { kind: 'number', before: '', digits: 0 };

/** ECMA-376, 18.8.30: those that have a number instead of a code. */
export function builtInFormat(id: number): NumberFormat {
  if (builtInDates.has(id)) return { kind: 'date' };
  return id === 11 || id === 48 ? { kind: 'power' } : plainNumber;
}

const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** No number that means something has more. */
const mostDigits = 20;

export function readFormat(code: string): NumberFormat {
  const signs = signsOf(code);
  const bare = signs.map(({ sign, isWord }) => (isWord ? '"' : sign)).join('');
  if (/[ymdhs]/i.test(bare)) return { kind: 'date' };
  if (/[0#?]e[+-]/i.test(bare)) return { kind: 'power' };
  // Which of several holds hangs on the number.
  if (/\[[<>=]/.test(bare)) return plainNumber;
  const first = bare.split(/[.;]/, 1)[0]!;
  const begins = first.search(/[0#?]/);
  if (begins < 0) return plainNumber;
  const before = signs.slice(0, begins).map(({ sign }) => sign);
  const digits = first.replace(/[^0]/g, '').length;
  if (digits > mostDigits) return plainNumber;
  return { kind: 'number', before: before.filter((sign) => /[+\d]/.test(sign)).join(''), digits };
}

/** Its characters; `isWord`: shown as it stands. Of colours and conditions only the first two, of what fills space nothing. */
function signsOf(code: string): { sign: string; isWord: boolean }[] {
  const signs: { sign: string; isWord: boolean }[] = [];
  for (let at = 0; at < code.length; at += 1) {
    const sign = code.charAt(at);
    if (sign === '"' || sign === '[') {
      const end = code.indexOf(sign === '"' ? '"' : ']', at + 1);
      const within = code.slice(at + 1, end < 0 ? undefined : end);
      if (sign === '"') for (const one of within) signs.push({ sign: one, isWord: true });
      else if (/^[<>=]/.test(within))
        signs.push({ sign: '[', isWord: false }, { sign: within.charAt(0), isWord: false });
      at = end < 0 ? code.length : end;
    } else if (sign === '\\') {
      at += 1;
      signs.push({ sign: code.charAt(at), isWord: true });
    } else if (sign === '_' || sign === '*') at += 1;
    else signs.push({ sign, isWord: false });
  }
  return signs;
}
