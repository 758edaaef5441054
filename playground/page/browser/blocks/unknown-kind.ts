/** Something of Block Kit that this page does not draw: better said aloud than left out in silence. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind';

  constructor(what: string, kind: string) {
    super(`The playground cannot draw this ${what} yet: ${kind}`);
  }
}
