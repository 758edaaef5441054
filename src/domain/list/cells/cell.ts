/** A cell has no more characters than this. */
export const longestCell = 1_000;
