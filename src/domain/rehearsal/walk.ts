import type { Belief } from './belief.ts';
import type { OtherCampaign } from './busy.ts';
import { type Chance, drawnFrom } from './chance.ts';
import type { Grid } from './grid.ts';
import { teamOf } from './handling.ts';
import { delayEnds } from './measure.ts';
import { type Sending, senderOf } from './sender.ts';

/** A campaign that is to be rehearsed, of a long one only its first people, and what else its team has before it. */
export type Plan = Sending & {
  busy: { open: number; others: readonly (Sending & OtherCampaign)[] };
};

/** What happened in one run, in milliseconds; waits in open time. */
export type Run = { doneMs: number; mostOpen: number; longestWaitMs: number; open: Float64Array };

/** More replies than that come several at once. */
const mostReplies = 2_000;
/** Where the curve of open replies is looked at. */
export const curvePoints = 16;

/** Lives through the campaign once. Its cost does not grow with the list. */
export function walk(plan: Plan, belief: Belief, grid: Grid, chance: Chance): Run {
  const { busy } = plan;
  const share = Math.min(0.95, belief.share * Math.exp(belief.shareSpread * chance.normal()));
  const people = busy.others.reduce(
    (sum, { size: more, ages }) => sum + more + ages.reduce((a, b) => a + b, 0),
    plan.size,
  );
  const atOnce = Math.max(1, Math.floor((people * share + busy.open) / mostReplies));
  const team = teamOf(belief, atOnce, grid, chance);
  const reply = repliesOf(belief, { share, atOnce }, grid, chance);
  const campaigns = [{ ...plan, ages: [] }, ...busy.others].map((one, no) => {
    const arrivals = new Uint32Array(grid.startsMs.length);
    reply.late(one.ages, arrivals);
    return { isOwn: no === 0, arrivals, sender: senderOf(one, grid, (many, atMs) => reply(many, atMs, arrivals)) };
  });
  const senders = campaigns.map(({ sender }) => sender);
  const open = new Float64Array(grid.startsMs.length);
  let mostOpen = 0;
  team.come(busy.open, 0, false);
  for (let step = 0; step < grid.startsMs.length; step += 1) {
    for (const { arrivals, sender, isOwn } of campaigns) {
      team.come(arrivals[step]!, step, isOwn);
      sender.replied(arrivals[step]!);
    }
    mostOpen = Math.max(mostOpen, team.ownOpen());
    if (team.open() > 0) team.work(step);
    for (const sender of senders) sender.send(step, () => team.atHand(step), senders);
    open[step] = team.ownOpen();
  }
  return {
    doneMs: senders[0]!.doneMs(),
    mostOpen,
    longestWaitMs: team.longestWaitMs(),
    open,
  };
}

/** When each of a batch's replies comes, as steps. */
function repliesOf(belief: Belief, { share, atOnce }: { share: number; atOnce: number }, grid: Grid, chance: Chance) {
  const scale = Math.exp(belief.delaySpread * chance.normal());
  const endMs = grid.startsMs.at(-1)!;
  const come = (people: number, atMs: number, arrivals: Uint32Array): void => {
    const replies = chance.binomial(people, share / atOnce);
    for (let no = 0; no < replies; no += 1) {
      const comesMs = atMs + drawnFrom(delayEnds, belief.delays, chance.next()) * 60_000 * scale;
      if (comesMs < 0 || comesMs > endMs) continue;
      const step = grid.at(comesMs);
      arrivals[step] = (arrivals[step] ?? 0) + atOnce;
    }
  };
  /** To texts that left before the rehearsal begins. */
  const late = (ages: readonly number[], arrivals: Uint32Array): void => {
    for (const [at, people] of ages.entries()) {
      const [from, to] = [delayEnds[at - 1] ?? 0, delayEnds[at]];
      if (people > 0 && to !== undefined) come(people, (-(from + to) / 2) * 60_000, arrivals);
    }
  };
  return Object.assign(come, { late });
}
