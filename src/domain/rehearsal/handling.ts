import { type Belief, meanAttention } from './belief.ts';
import { type Chance, drawnFrom } from './chance.ts';
import type { Grid } from './grid.ts';
import { handlingEnds, hoursOfWeek } from './measure.ts';

const hourMs = 3_600_000;

/** One person at work; `cameMs`: when the reply before them came, null: none is. In open time. */
type Agent = { freeMs: number; cameMs: number | null; breakMs: number };

/** The people of a team in one run. All times are open time; `atOnce` replies come, and are dealt with, together. */
export function teamOf(belief: Belief, atOnce: number, grid: Grid, chance: Chance) {
  const { attention, breaks, speedSpread } = belief;
  const pace = Math.exp(speedSpread * chance.normal());
  const mean = meanAttention(attention);
  const present = presentIn(belief, chance);
  const untilBreakMs = (): number => (-Math.log(1 - chance.next()) * hourMs) / breaks.perHour;
  const agents = Array.from(
    { length: Math.max(1, ...present) },
    (): Agent => ({ freeMs: 0, cameMs: null, breakMs: untilBreakMs() }),
  );
  const cameMs: number[] = [];
  let [head, open, longestWaitMs, hour, here] = [0, 0, 0, -1, 0];

  const takenMs = (): number => {
    const seconds = atOnce === 1 ? drawnFrom(handlingEnds, attention, chance.next()) : mean * atOnce;
    return seconds * 1_000 * pace;
  };

  const comeToWork = (step: number): void => {
    if (hour === grid.hourOfWeek[step]) return;
    hour = grid.hourOfWeek[step]!;
    const before = grid.isOpen[step - 1] === 0 ? 0 : present[(hour + hoursOfWeek - 1) % hoursOfWeek]!;
    here = present[hour] ?? 0;
    // Who comes in this hour comes some time in it.
    for (const agent of agents.slice(before, here)) {
      agent.freeMs = Math.max(agent.freeMs, grid.openMs[step]! + chance.next() * hourMs);
    }
  };

  const isAtBreak = (agent: Agent, beginsMs: number): boolean => {
    if (beginsMs < agent.breakMs) return false;
    const endsMs = agent.breakMs + drawnFrom(handlingEnds, breaks.lengths, chance.next()) * 1_000;
    agent.freeMs = Math.max(agent.freeMs, endsMs);
    agent.breakMs = endsMs + untilBreakMs();
    return true;
  };

  const finish = (agent: Agent): void => {
    if (agent.cameMs === null) return;
    longestWaitMs = Math.max(longestWaitMs, agent.freeMs - agent.cameMs);
    open -= atOnce;
    agent.cameMs = null;
  };

  return {
    come(replies: number, step: number): void {
      for (let no = 0; no < replies; no += atOnce) cameMs.push(grid.openMs[step]!);
      open += replies;
    },
    /** The oldest reply first. */
    work(step: number): void {
      if (open === 0 || !grid.isOpen[step]) return;
      comeToWork(step);
      const fromMs = grid.openMs[step]!;
      const endMs = fromMs + grid.lengthsMs[step]!;
      for (const [no, agent] of agents.entries()) {
        while (agent.freeMs < endMs) {
          finish(agent);
          if (no >= here || head >= cameMs.length) break;
          const beginsMs = Math.max(agent.freeMs, fromMs, cameMs[head]!);
          if (isAtBreak(agent, beginsMs)) continue;
          agent.cameMs = cameMs[head]!;
          head += 1;
          agent.freeMs = beginsMs + takenMs();
        }
      }
    },
    open: (): number => open,
    longestWaitMs(): number {
      const lastMs = grid.openMs.at(-1)!;
      const waiting = [...agents.map((agent) => agent.cameMs ?? lastMs), cameMs[head] ?? lastMs];
      return Math.max(longestWaitMs, lastMs - Math.min(...waiting));
    },
  };
}

/** How many people are there, by hour of the week: of a day with one and a half on average there are one, or two. */
function presentIn({ staff }: Belief, chance: Chance): number[] {
  const today = chance.next();
  return staff.map((people) => (people < 1 ? Number(chance.next() < people) : Math.floor(people + today)));
}
