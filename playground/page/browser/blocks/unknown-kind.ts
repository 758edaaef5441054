/** A part of Block Kit that this page does not draw: shown as an error rather than silently left out. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind';

  constructor(what: string, kind: string) {
    super(`The playground cannot draw this ${what} yet: ${kind}`);
  }
}
