import type { ChaosResult } from './run-chaos.ts';

/** The outcome of one run, for people. */
export function chaosTable(
  { seed, kills, recipients }: { seed: number; kills: number; recipients: number },
  { evidence, breaches, blows, program, caretaker, seconds }: ChaosResult,
): string {
  const { accepted, oracle, books, log, mayFly, outages } = evidence;
  const counts = (state: string) =>
    books.campaigns.reduce((sum, campaign) => sum + (campaign.counts[state as never] ?? 0), 0);
  const broken = (promise: string) => breaches.filter((breach) => breach.promise === promise).length;
  const crashDoubts = log.doubtsByCrash.reduce((sum, count) => sum + count, 0);
  const rows: [string, string][] = [
    ['seed', `${seed} (npm run chaos -- --seed ${seed} --kills ${kills} --recipients ${recipients})`],
    ['time', `${seconds.toFixed(0)} s`],
    [
      'blows',
      `${blows.SIGKILL} SIGKILL, ${blows.SIGTERM} SIGTERM, ${blows.freezes} SIGSTOP (${blows.longFreezes} over 5 s)`,
    ],
    ['starts', `${program.starts}, of which ${program.refusedStarts} refused while the former process lived`],
    ['orderly stops', `${program.cleanStops} in time, ${program.forcedStops} forced`],
    ['troubles', listed(blows.troubles)],
    ['taken by Vonage', `${accepted.length}`],
    [
      'webhooks',
      `${oracle.taken} taken, ${oracle.repeated} of them repeated; ${oracle.inbound.length} texts from phones`,
    ],
    ['paused by itself', listed(log.pauses)],
    [
      'resumed by a person',
      `${caretaker.button} by button, ${caretaker.command} by command, ${caretaker.unheard} unheard`,
    ],
    ['delivered · undeliverable', `${counts('delivered')} · ${counts('undeliverable')}`],
    ['rejected · skipped', `${counts('rejected')} · ${counts('skipped')}`],
    ['duplicates', `${broken('no double send')}`],
    ['missing', `${broken('no silent loss')}`],
    [
      'false labels',
      `${broken('every label true')} of ${counts('delivered') + counts('undeliverable') + counts('rejected') + counts('skipped') + counts('unconfirmed')}`,
    ],
    [
      'doubt by crashes',
      `${crashDoubts} in ${log.doubtsByCrash.length} crashes, at most ${Math.max(0, ...log.doubtsByCrash)} at once (bound ${mayFly})`,
    ],
    ['doubt by answers', `${log.doubtsByAnswer} in ${outages} outages (bound ${outages * (mayFly + 5)})`],
    ['unconfirmed at the end', `${counts('unconfirmed')}, none of them taken by Vonage`],
    ['errors logged', listed(log.errors)],
    ['breaches', `${breaches.length}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const shown = breaches.slice(0, 30).map(({ promise, sentence }) => `  ✗ ${promise}: ${sentence}`);
  return ['', ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`), '', ...shown].join('\n');
}

function listed(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return entries.map(([name, count]) => `${count} × ${name}`).join(', ') || 'none';
}
