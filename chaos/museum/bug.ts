/** A bug that others have had, as a small patch that brings it back. */
export type Bug = {
  name: string;
  /** In order; each `find` must stand in its file exactly once. */
  patches: readonly { file: string; find: string; put: string }[];
  /** The quickest tests that must fail with it. */
  tests: readonly string[];
};
