/** Lets acts happen at most so often a second: calls each one when its turn has come, and resolves with it. */
export type Limiter = (act: () => Promise<unknown>) => Promise<unknown>;

export type CreateLimiter = (perSecond: number) => Promise<Limiter>;

/**
 * `steady`: all want to go from the beginning. `late`: nobody wants to for two seconds, then all. `stalls`: steady, and once a
 * second the process stands still for 200 ms.
 */
export type Pattern = 'steady' | 'late' | 'stalls';
export const patterns: readonly Pattern[] = ['steady', 'late', 'stalls'];
