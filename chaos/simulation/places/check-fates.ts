import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Recipient } from '../../../src/domain/recipient/recipient.ts';
import { isAllowed, type Spot } from '../../hours/oracle.ts';
import { ownerOf } from '../../kills/spellings.ts';
import { type CampaignEntry, phoneOf, type Version } from '../ledger.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import { isCountryKnown, spotAt } from './check-place.ts';
import { homesEver } from './movers.ts';

/** When all is over, nobody on a list was silently passed over: whoever got no text has a reason, and it is true. */
export async function checkFates(world: SimulatedWorld, program: Program): Promise<void> {
  if (world.places.name === 'open') return;
  for (const entry of world.ledger.campaigns) {
    const campaign = entry.id && (await program.store.campaigns.get(entry.id));
    if (!campaign) continue;
    if (campaign.status !== 'completed') continue;
    const all = await program.store.recipients.page(campaign.id, { from: 0, limit: 1_000 });
    const owners = new Set(all.map(({ number }) => ownerOf(number)));
    const version = entry.approved.find((one) => one.version.word === campaign.name)?.version;
    if (!version) continue;
    for (const number of version.rows.keys())
      if (!owners.has(number)) world.broken(`${number} stands on the list of ${entry.origin}, and nobody knows them`);
    for (const recipient of all) checkFate(world, { entry, campaign, version, recipient });
  }
}

type Fate = { entry: CampaignEntry; campaign: Campaign; version: Version; recipient: Recipient };

function checkFate(world: SimulatedWorld, { entry, campaign, version, recipient }: Fate): void {
  const { number, state, reason, no } = recipient;
  if (state === 'queued' || state === 'claimed') {
    world.broken(`G2: ${entry.origin} is ${campaign.status}, and ${number} is ${state}`);
  }
  if (state !== 'skipped') return;
  world.ledger.places.skipped += 1;
  const untrue = whyUntrue(world, version, recipient);
  if (untrue) world.broken(`${entry.origin} skips ${no}, ${number}, for “${reason}”, and ${untrue}`);
}

/** What is wrong with the reason; undefined: it is true. */
function whyUntrue(world: SimulatedWorld, { notAfterMs }: Version, { number, reason }: Recipient): string | undefined {
  const homes = homesEver(world, number);
  const spots = homes.map((home) => spotAt(world.places, home));
  switch (reason) {
    case 'no_rule':
      return homes.every((home) => isCountryKnown(world.places, home)) ? 'a rule is known' : undefined;
    case 'place_blocked':
      return spots.some(({ rules }) => rules.some(({ says }) => says.kind === 'blocked'))
        ? undefined
        : 'nothing blocks it';
    case 'no_hour':
      return spots.every((spot) => opensOnce(world, spot)) ? 'it is open in this week' : undefined;
    case 'capped':
    case 'not_after':
      if (notAfterMs === null) return 'the campaign has no last moment';
      return notAfterMs <= world.time.wall().getTime() || world.ledger.wallStepped ? undefined : 'that has not come';
    case 'opted_out':
      return hasSaidNo(world, number) ? undefined : 'they never said so';
    default:
      return 'that is no reason';
  }
}

function hasSaidNo({ ledger }: SimulatedWorld, number: string): boolean {
  const { stoppedAtMs, blockedAtMs } = phoneOf(ledger, number);
  return Number.isFinite(stoppedAtMs) || Number.isFinite(blockedAtMs);
}

/** Within eight days, for longer than any margin before the end. */
function opensOnce({ time }: SimulatedWorld, spot: Spot): boolean {
  const fromMs = time.wall().getTime();
  for (let minute = 0; minute < 8 * 1_440; minute += 5) {
    const ms = fromMs + minute * 60_000;
    if ([0, 10, 20, 31].every((later) => isAllowed(spot, ms + later * 60_000))) return true;
  }
  return false;
}
