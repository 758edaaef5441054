import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDesk } from '../playground/cases/desk.ts';
import { draftCampaign } from '../playground/cases/send-campaign.ts';
import { CampaignError } from '../src/domain/campaign-error.ts';
import { listLimits } from '../src/domain/list/read-list.ts';
import { createListReader } from '../src/lists/list-reader.ts';
import { hostileLists } from '../test/support/hostile/lists.ts';

// How long drafting a hostile list keeps the rest of the program from its turn: `node bench/lists.ts [characters of a list] [words of its name]`.
const characters = Number(process.argv[2] ?? listLimits.bytes / 2);
const wanted = process.argv[3] ?? '';

/** The longest turn and the whole time, in milliseconds. */
type Figures = { name: string; longestMs: number; tookMs: number; outcome: string };

const figures: Figures[] = [];
for (const list of hostileLists.filter(({ name }) => name.includes(wanted))) {
  figures.push(await draft(list.name, list.make(characters)));
}
figures.sort((a, b) => b.longestMs - a.longestMs);
for (const { name, longestMs, tookMs, outcome } of figures.slice(0, 15)) {
  console.log(
    `${longestMs.toFixed(0).padStart(5)} ms in one turn, of ${(tookMs / 1_000).toFixed(1)} s  ${name}: ${outcome}`,
  );
}
console.log(
  `${figures.length} lists of ${characters.toLocaleString('en-US')} characters: no turn of the loop computed longer than ${figures[0]?.longestMs.toFixed(0)} ms.`,
);

async function draft(name: string, text: string): Promise<Figures> {
  const bytes = Buffer.from(text.slice(0, listLimits.bytes));
  const desk = await openDesk('US', createListReader());
  const turns = watchTurns();
  const startedMs = performance.now();
  const source = { fileId: 'F0BENCH', bytes: inOnePiece(bytes) };
  const outcome = await draftCampaign(desk, 'Hi {{name|there}}, Sunday at noon? Reply STOP to opt out.', source).then(
    ({ campaign: { list } }) => `${list.size} to text, ${list.invalid} left out, ${list.waiting} waiting`,
    (error: unknown) => {
      if (!(error instanceof CampaignError)) throw error;
      return error.message.slice(0, 60);
    },
  );
  const tookMs = performance.now() - startedMs;
  const longestMs = await turns.stop();
  await desk.close();
  return { name, longestMs, tookMs, outcome };
}

/** What one turn of the loop computed at most: unlike a wait, it is not longer on a busy machine. */
function watchTurns() {
  let isOver = false;
  let longestMs = 0;
  const watching = (async () => {
    let before = process.threadCpuUsage();
    while (!isOver) {
      await nextTurn();
      const { user, system } = process.threadCpuUsage(before);
      before = process.threadCpuUsage();
      longestMs = Math.max(longestMs, (user + system) / 1_000);
    }
    return longestMs;
  })();
  return {
    stop: (): Promise<number> => {
      isOver = true;
      return watching;
    },
  };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
