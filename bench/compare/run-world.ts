import { openTimeUntil } from '../../src/domain/pace/open-time.ts';
import { sizeOfNext } from '../../src/domain/pace/team-pace.ts';
import {
  isHolding,
  planBatch,
  type Sized,
  sizeFor,
  sizeOfBatch,
  type Throttle,
} from '../../src/domain/pace/throttle.ts';
import { foresightOf, habitOf } from '../../src/domain/rehearsal/coming.ts';
import { countedAt, delayEnds } from '../../src/domain/rehearsal/measure.ts';
import { atWork, type Deed } from '../../src/domain/team/at-work.ts';
import { randomFrom } from './random.ts';
import { minuteMs, type World } from './world.ts';

/** A pace as approved, with or without its hold, and the promise that goes with it. */
export type Policy = { throttle: Throttle; answerWithinS: number };

/** Times in minutes. `late`: replies that waited longer than promised. */
export type Outcome = {
  finish: number;
  mostOpen: number;
  longestWait: number;
  late: number;
  largestBatch: number;
  largestReplies: number;
  texts: readonly Text[];
};

/** One text and what came of it, in milliseconds since the epoch; null: not answered, or not yet dealt with. */
export type Text = { textedMs: number; cameMs: number | null; dealtMs: number | null; by: string | null };

/** Texts of one campaign: when, and when each is answered (infinite: never). */
type Campaign = {
  left: number;
  batch: { no: number; startedAtMs: number; taken: number } | null;
  holding: boolean;
  sized: Sized | null;
  textedAt: number[];
  replied: number;
};
type Reply = { atMs: number; campaign: number; text: Text };

const tickMs = 15_000;
const foresee = foresightOf(habitOf(null));
const longest = { open: 48 * 60 * minuteMs, hours: 7 * 24 * 60 * minuteMs };

/** One thousand phones under one policy, by the same `planBatch` and sizing as a running program. */
export function runWorld(world: World, { throttle, answerWithinS }: Policy): Outcome {
  const campaigns: Campaign[] = world.campaigns.map((left) => ({
    left,
    batch: null,
    holding: false,
    sized: null,
    textedAt: [],
    replied: 0,
  }));
  const { startMs, hours } = world;
  const answers = campaigns.map((_, no) => answersOf(world, no));
  const onTheWay: Reply[] = [];
  const open: Reply[] = [];
  const deeds: Deed[] = [];
  const texts: Text[] = [];
  const busy = world.agents.map(() => ({ untilMs: 0, reply: null as Reply | null }));
  const handling = randomFrom(world.seed * 31 + 7);
  const waits: number[] = [];
  let [mostOpen, finishMs, largestReplies, largestBatch, repliesOfBatch] = [0, 0, 0, 0, 0];

  for (let nowMs = 0; nowMs < (hours ? longest.hours : longest.open); nowMs += tickMs) {
    while (onTheWay.length > 0 && onTheWay.at(-1)!.atMs <= nowMs) {
      const reply = onTheWay.pop()!;
      open.push(reply);
      campaigns[reply.campaign]!.replied += 1;
    }
    mostOpen = Math.max(mostOpen, open.length + busy.filter(({ reply }) => reply !== null).length);
    work(nowMs);
    const unanswered = open.length + busy.filter(({ reply }) => reply !== null).length;
    if (campaigns.every(({ left }) => left === 0)) {
      if (onTheWay.length + unanswered === 0) break;
      continue;
    }
    for (const [no, campaign] of campaigns.entries()) send(no, campaign, unanswered, nowMs);
  }
  waits.sort((a, b) => a - b);
  return {
    finish: finishMs / minuteMs,
    mostOpen,
    longestWait: (waits.at(-1) ?? 0) / minuteMs,
    late: waits.filter((ms) => ms > answerWithinS * 1_000).length,
    largestBatch,
    largestReplies,
    texts,
  };

  function oldest(): number | null {
    const waiting = [...busy.flatMap(({ reply }) => reply ?? []), ...open.slice(0, 1)];
    const all = waiting.map(({ atMs }) => atMs);
    return all.length === 0 ? null : Math.min(...all);
  }

  /** In sending hours. */
  function waited(sinceMs: number, nowMs: number): number {
    if (!hours || nowMs - sinceMs <= answerWithinS * 1_000) return nowMs - sinceMs;
    const [earliest, until] = [new Date(startMs + sinceMs), new Date(startMs + nowMs)];
    return openTimeUntil(hours, { earliest, until })(earliest);
  }

  function work(nowMs: number): void {
    for (const [no, agent] of world.agents.entries()) {
      const state = busy[no]!;
      while (state.untilMs <= nowMs) {
        if (state.reply !== null) {
          const { atMs, text } = state.reply;
          deeds.push({ by: agent.name, atMs: startMs + state.untilMs, cameMs: startMs + atMs });
          Object.assign(text, { dealtMs: startMs + state.untilMs, by: agent.name });
          waits.push(state.untilMs - atMs);
          state.reply = null;
        }
        const next = agent.isAway(nowMs) ? undefined : open.shift();
        if (next === undefined) break;
        state.reply = next;
        state.untilMs = Math.max(state.untilMs, next.atMs, nowMs - tickMs) + agent.handlingMs(handling);
      }
    }
  }

  function send(no: number, campaign: Campaign, unanswered: number, nowMs: number): void {
    const { batch } = campaign;
    if (campaign.left === 0) return;
    const isDone =
      !batch ||
      batch.taken >= sizeOfBatch(throttle, null, sizeFor({ sized: campaign.sized, sendAnyway: null }, batch.no));
    const isDue = !batch || nowMs >= batch.startedAtMs + throttle.everySeconds * 1_000;
    if (throttle.pace === 'team' && isDone && isDue) campaign.sized = decide(no, campaign, unanswered, nowMs);
    campaign.holding = isHolding(throttle, { unanswered, holding: campaign.holding });
    const first = oldest();
    const plan = planBatch(
      throttle,
      hours,
      {
        queued: campaign.left,
        claimed: 0,
        held: 0,
        batch: batch && { ...batch, startedAt: new Date(startMs + batch.startedAtMs).toISOString() },
        unanswered,
        isLate: throttle.holdAbove !== null && first !== null && waited(first, nowMs) > answerWithinS * 1_000,
        holding: campaign.holding,
        sendAnyway: null,
        canaryLeft: null,
        sized: campaign.sized,
      },
      new Date(startMs + nowMs),
    );
    if (plan.kind !== 'send') return;
    if (plan.batch.no !== batch?.no) repliesOfBatch = 0;
    const taken = (plan.batch.no === batch?.no ? batch.taken : 0) + plan.count;
    campaign.batch = { no: plan.batch.no, startedAtMs: Date.parse(plan.batch.startedAt) - startMs, taken };
    largestBatch = Math.max(largestBatch, taken);
    for (let sent = 0; sent < plan.count; sent += 1) {
      campaign.textedAt.push(nowMs);
      const delayMs = answers[no]![campaign.textedAt.length - 1]!;
      const text: Text = { textedMs: startMs + nowMs, cameMs: null, dealtMs: null, by: null };
      texts.push(text);
      if (delayMs === Number.POSITIVE_INFINITY) continue;
      text.cameMs = text.textedMs + delayMs;
      repliesOfBatch += 1;
      onTheWay.push({ atMs: nowMs + delayMs, campaign: no, text });
    }
    onTheWay.sort((a, b) => b.atMs - a.atMs);
    largestReplies = Math.max(largestReplies, repliesOfBatch);
    campaign.left -= plan.count;
    if (campaign.left === 0) finishMs = Math.max(finishMs, nowMs);
  }

  function decide(no: number, campaign: Campaign, unanswered: number, nowMs: number): Sized {
    const texts = campaigns.map((one) => {
      const ages = [...delayEnds, 0].map(() => 0);
      for (const atMs of one.textedAt) ages[countedAt(delayEnds, (nowMs - atMs) / minuteMs)]! += 1;
      const pending = one.sized && one.sized.batch > (one.batch?.no ?? 0) ? one.sized.size : 0;
      return { ages, replied: one.replied, leaving: one === campaign ? 0 : pending };
    });
    const first = oldest();
    const recent = deeds.filter(({ atMs }) => atMs > startMs + nowMs - 60 * minuteMs);
    const lastMs = Math.max(deeds.at(-1)?.atMs ?? 0, first === null ? 0 : startMs + first);
    const found = sizeOfNext({
      limit: throttle.holdAbove ?? 0,
      batchSize: throttle.batchSize,
      open: unanswered,
      coming: foresee(
        texts[no]!,
        texts.filter((_, other) => other !== no),
      ),
      ...atWork(recent, first === null ? null : startMs + first, startMs + nowMs),
      promisedSeconds: answerWithinS,
      isDeserted: first !== null && startMs + nowMs - lastMs >= 60 * minuteMs,
    });
    const { batch } = campaign;
    const before = batch ? sizeFor({ sized: campaign.sized, sendAnyway: null }, batch.no) : null;
    return { batch: (batch?.no ?? 0) + 1, size: found.size, open: unanswered, expected: 0, answering: 0, before };
  }
}

/** When each phone answers after its text, whatever the policy: the same people in each of them. */
function answersOf(world: World, campaign: number): number[] {
  const random = randomFrom(world.seed * 17 + campaign + 3);
  return Array.from({ length: world.campaigns[campaign]! }, () => world.replyAfterMs(random));
}
