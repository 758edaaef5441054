import type { Machine } from '../run/machine.ts';
import type { Figures, Floor } from '../run/section.ts';

/** What a run found, as it is kept in JSON. */
export type RunResult = { machine: Machine; isQuick: boolean; sections: SectionResult[] };

export type SectionResult = {
  name: string;
  what: string;
  at: string;
  /** The bare pool right before and right after: far apart, the machine had something else to do. */
  floor: { before: Floor; after: Floor };
} & ({ figures: Figures } | { failed: string });

/** What figures are held against. */
export function meanFloor({ before, after }: SectionResult['floor']): Floor {
  return {
    perSecond: (before.perSecond + after.perSecond) / 2,
    cpuMicros: (before.cpuMicros + after.cpuMicros) / 2,
  };
}

/** The targets that count in relation to the floor become relations, to the same one as in the tables. */
export function heldAgainst(figures: Figures, floor: Floor): Figures {
  const targets = figures.targets?.map((target) => {
    const { beside, ...held } = target;
    return beside ? { ...held, what: `${held.what}, of the floor`, value: held.value / floor[beside] } : held;
  });
  return { ...figures, ...(targets && { targets }) };
}

/** A run of some sections replaces these in what is kept, if it was made in the same way on the same machine. */
export function merged(kept: RunResult | undefined, run: RunResult): RunResult {
  const isAlike =
    kept &&
    kept.isQuick === run.isQuick &&
    kept.machine.cpu === run.machine.cpu &&
    kept.machine.node === run.machine.node;
  if (!isAlike) return run;
  const others = kept.sections.filter(({ name }) => !run.sections.some((section) => section.name === name));
  return { ...run, sections: [...others, ...run.sections] };
}
