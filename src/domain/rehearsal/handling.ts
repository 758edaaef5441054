import type { TeamFacts } from '../pace/team-pace.ts';
import { type Belief, meanAttention } from './belief.ts';
import { type Chance, drawnFrom } from './chance.ts';
import type { Grid } from './grid.ts';
import { handlingEnds, hoursOfWeek } from './measure.ts';

const hourMs = 3_600_000;
/** As in `atWork`: who answers now did so within this time, and a team that nobody has seen yet is taken for one person. */
const answeringMs = 1_800_000;
const unseenAnHour = 40;

/** What a campaign's pace looks at. `longestMs`: how long the oldest reply has waited, in open time. */
export type AtHand = Pick<TeamFacts, 'open' | 'handledAnHour' | 'answering' | 'isDeserted'> & { longestMs: number };

/** When a reply came, in open time, and whether it is one to the campaign itself. */
type Reply = { cameMs: number; isOwn: boolean };
/** One person at work, and the reply before them. */
type Agent = { freeMs: number; reply: Reply | null; breakMs: number };

const anyReply = (): boolean => true;
const ownReply = ({ isOwn }: Reply): boolean => isOwn;

/** The people of a team in one run. All times are open time; `atOnce` replies come, and are dealt with, together. */
export function teamOf(belief: Belief, atOnce: number, grid: Grid, chance: Chance) {
  const { attention, breaks, speedSpread } = belief;
  const pace = Math.exp(speedSpread * chance.normal());
  const mean = meanAttention(attention);
  const present = presentIn(belief, chance);
  const untilBreakMs = (): number => (-Math.log(1 - chance.next()) * hourMs) / breaks.perHour;
  const agents = Array.from(
    { length: Math.max(1, ...present) },
    (): Agent => ({ freeMs: 0, reply: null, breakMs: untilBreakMs() }),
  );
  const replies: Reply[] = [];
  let [head, open, ownOpen, longestWaitMs, hour, here, dealtMs] = [0, 0, 0, 0, -1, 0, Number.NEGATIVE_INFINITY];

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
    if (!agent.reply) return;
    open -= atOnce;
    dealtMs = Math.max(dealtMs, agent.freeMs);
    if (agent.reply.isOwn) {
      ownOpen -= atOnce;
      longestWaitMs = Math.max(longestWaitMs, agent.freeMs - agent.reply.cameMs);
    }
    agent.reply = null;
  };

  /** When the oldest of those came; infinite: none waits. */
  const oldestMs = (isCounted: (reply: Reply) => boolean): number => {
    let at = head;
    while (at < replies.length && !isCounted(replies[at]!)) at += 1;
    return agents.reduce(
      (oldest, { reply }) => (reply && isCounted(reply) ? Math.min(oldest, reply.cameMs) : oldest),
      replies[at]?.cameMs ?? Number.POSITIVE_INFINITY,
    );
  };

  return {
    come(many: number, step: number, isOwn: boolean): void {
      const units = Math.ceil(many / atOnce);
      const reply = { cameMs: grid.openMs[step]!, isOwn };
      for (let no = 0; no < units; no += 1) replies.push(reply);
      open += units * atOnce;
      if (isOwn) ownOpen += units * atOnce;
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
          const next = replies[head];
          if (no >= here || !next) break;
          const beginsMs = Math.max(agent.freeMs, fromMs, next.cameMs);
          if (isAtBreak(agent, beginsMs)) continue;
          agent.reply = next;
          head += 1;
          agent.freeMs = beginsMs + takenMs();
        }
      }
    },
    open: (): number => open,
    ownOpen: (): number => ownOpen,
    /** As `atWork` would see it. */
    atHand(step: number): AtHand {
      const nowMs = grid.openMs[step]! + grid.lengthsMs[step]!;
      const waitsMs = oldestMs(anyReply);
      const longestMs = Math.max(0, nowMs - waitsMs);
      const isAnswering = dealtMs > nowMs - answeringMs;
      const people = isAnswering || longestMs < answeringMs / 3 ? Math.max(1, here) : 0;
      const unseen = dealtMs === Number.NEGATIVE_INFINITY;
      return {
        open,
        longestMs,
        answering: isAnswering ? here : 0,
        handledAnHour: people * (unseen ? unseenAnHour : hourMs / (mean * 1_000 * pace)),
        isDeserted: nowMs - Math.max(waitsMs, dealtMs) >= hourMs,
      };
    },
    longestWaitMs(): number {
      return Math.max(longestWaitMs, grid.openMs.at(-1)! - oldestMs(ownReply));
    },
  };
}

/** How many people are there, by hour of the week: of a day with one and a half on average there are one, or two. */
function presentIn({ staff }: Belief, chance: Chance): number[] {
  const today = chance.next();
  return staff.map((people) => (people < 1 ? Number(chance.next() < people) : Math.floor(people + today)));
}
