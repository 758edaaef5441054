/** Looks at tabbed text in pieces: what a cell has between its quotation marks may go on in the next line, and piece. */
export function createQuotedCells() {
  let isOpen = false;
  return {
    isOpen: () => isOpen,
    isAnyLiteral(text: string): boolean {
      let at = 0;
      while (isOpen || at < text.length) {
        if (!isOpen) {
          const found = quoteOfCell(text, at);
          if (found < 0) return false;
          at = found + 1;
        }
        const end = endOfQuoted(text, at);
        // No cell has tabs and lines: it would take in the rows behind it.
        const within = text.slice(at, end < 0 ? undefined : end);
        if (within.includes('\t') && (isOpen || /[\r\n]/.test(within))) return true;
        isOpen = end < 0;
        if (isOpen) return false;
        if (end < text.length && !/[\t\r\n]/.test(text.charAt(end))) return true;
        at = end;
      }
      return false;
    },
  };
}

/** The next quotation mark that a cell begins with; -1: there is none. */
function quoteOfCell(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (at === 0 || /[\t\r\n]/.test(text.charAt(at - 1))) return at;
  }
  return -1;
}

/** Behind the quotation mark that ends a cell, of which those within are doubled; -1: it does not end here. */
function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return at + 1;
  }
  return -1;
}
