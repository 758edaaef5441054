/** Decisions by lot, from one source of numbers. */
export type Draw = {
  /** From 0 to below 1. */
  share(): number;
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  one<T>(choices: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
};

export function drawing(random: () => number): Draw {
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    share: random,
    chance: (probability) => random() < probability,
    between,
    one: (choices) => choices[between(0, choices.length - 1)]!,
    shuffled(items) {
      const rest = [...items];
      return items.map(() => rest.splice(between(0, rest.length - 1), 1)[0]!);
    },
  };
}
