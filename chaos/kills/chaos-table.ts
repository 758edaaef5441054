import { clientRef, type RecipientState } from '../../src/domain/recipient/recipient.ts';
import { answersIn } from './answering/audit-answers.ts';
import { placesRows } from './places/places-rows.ts';
import type { ChaosResult } from './run-chaos.ts';

type Rows = [name: string, value: string][];

/** The outcome of one run, for people. */
export function chaosTable(
  { seed, kills, recipients }: { seed: number; kills: number; recipients: number },
  result: ChaosResult,
): string {
  const rows: Rows = [
    [
      'seed',
      `${seed} (npm run chaos -- --seed ${seed} --kills ${kills} --recipients ${recipients} --places ${result.evidence.places ? 'yes' : 'no'})`,
    ],
    ...whatWasDone(result),
    ...whatCameOfIt(result),
    ['breaches', `${result.breaches.length}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const shown = result.breaches.slice(0, 30).map(({ promise, sentence }) => `  ✗ ${promise}: ${sentence}`);
  return ['', ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`), '', ...shown].join('\n');
}

function whatWasDone({ blows, program, caretaker, team, strikes, evidence, seconds }: ChaosResult): Rows {
  const { SIGKILL, SIGTERM, freezes, longFreezes, troubles } = blows;
  const { button, command, unheard } = caretaker;
  return [
    ['time', `${seconds.toFixed(0)} s`],
    ['blows', `${SIGKILL} SIGKILL, ${SIGTERM} SIGTERM, ${freezes} SIGSTOP (${longFreezes} over 5 s)`],
    ['starts', `${program.starts}, of which ${program.refusedStarts} refused while the former process lived`],
    ['orderly stops', `${program.cleanStops} in time, ${program.forcedStops} forced`],
    ['troubles', listed(troubles)],
    ['paused by itself', listed(evidence.log.pauses)],
    ['resumed by a person', `${button} by button, ${command} by command, ${unheard} unheard`],
    [
      'killed in Answer all',
      `${strikes.struck}, in the middle of ${strikes.inTheMiddle}, pressed again ${strikes.pressedAgain}`,
    ],
    [
      'answered by people',
      `${team.answerAll} × Answer all, ${team.proposed} proposed, ${team.released} × Send pressed, ${team.allHandled} × All handled, ${team.sentAndNext} × Send and next`,
    ],
  ];
}

function whatCameOfIt({ evidence, breaches }: ChaosResult): Rows {
  const { accepted, oracle, books, log, mayFly, outages } = evidence;
  const recipients = books.campaigns.flatMap((campaign) => campaign.recipients);
  const inState = (state: RecipientState) => recipients.filter((recipient) => recipient.state === state);
  const refs = new Set(accepted.map((message) => message.clientRef));
  const unconfirmed = inState('unconfirmed');
  const taken = unconfirmed.filter((recipient) => refs.has(clientRef(recipient)));
  const broken = (promise: string) => breaches.filter((breach) => breach.promise === promise).length;
  const byCrash = log.doubtsByCrash.reduce((sum, count) => sum + count, 0);
  const atOnce = Math.max(0, ...log.doubtsByCrash);
  const { length: texts } = oracle.inbound;
  return [
    ['taken by Vonage', `${accepted.length}`],
    ['webhooks', `${oracle.taken} taken, ${oracle.repeated} of them repeated; ${texts} texts from phones`],
    ['delivered · undeliverable', `${inState('delivered').length} · ${inState('undeliverable').length}`],
    ['rejected · skipped', `${inState('rejected').length} · ${inState('skipped').length}`],
    ['unconfirmed at the end', `${unconfirmed.length}, of whom Vonage has taken ${taken.length}`],
    ['answers taken by Vonage', whatKinds(evidence)],
    ['answered twice', `${broken('no answer twice')}`],
    ['duplicates', `${broken('no double send')}`],
    ['missing', `${broken('no silent loss')}`],
    ['false labels', `${broken('every label true')} of ${recipients.length}`],
    [
      'doubt by crashes',
      `${byCrash} in ${log.doubtsByCrash.length} crashes, at most ${atOnce} at once (bound ${mayFly})`,
    ],
    ['doubt by answers', `${log.doubtsByAnswer} in ${outages} outages (bound ${outages * (mayFly + 5)})`],
    ...(evidence.places ? placesRows(evidence, evidence.places) : []),
    ['errors logged', listed(log.errors)],
  ];
}

function whatKinds({ accepted, books }: ChaosResult['evidence']): string {
  const taken = new Set(answersIn(accepted).map(({ clientRef }) => clientRef));
  const kinds: Record<string, number> = {};
  for (const message of books.conversations.flatMap(({ messages }) => messages)) {
    if (message.direction !== 'out' || !taken.has(message.id)) continue;
    const kind = message.cause.startsWith('group ') ? 'to a group' : message.purpose.replace('_', '-');
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return listed(kinds);
}

function listed(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return entries.map(([name, count]) => `${count} × ${name}`).join(', ') || 'none';
}
