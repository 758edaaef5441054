import type { UserId } from '../../../src/domain/ids.ts';
import type { TypedWord } from '../../../src/domain/place/read-persons-word.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { ownerOf } from '../../kills/spellings.ts';
import type { Random } from '../../random.ts';
import { attempt } from '../attempt.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import { type Home, homeOf } from './residents.ts';

/** Where the person with this number may be taken to be just now. */
export function homesNow({ ledger }: SimulatedWorld, number: string): readonly Home[] {
  return ledger.places.moved.get(ownerOf(number))?.now ?? [homeOf(number)];
}

/** Wherever the person has ever been taken to be. */
export function homesEver({ ledger }: SimulatedWorld, number: string): readonly Home[] {
  return ledger.places.moved.get(ownerOf(number))?.ever ?? [homeOf(number)];
}

/** An agent notes where somebody says they live, or takes it back: from then on only that place counts. */
export async function noteMove(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  { conversation, by }: { conversation: Conversation; by: UserId },
): Promise<void> {
  const { number, id } = conversation;
  const { typed, home = homeOf(number) } = random.pick(words);
  const { moved } = world.ledger.places;
  const first = homeOf(number);
  const person = moved.get(ownerOf(number)) ?? { now: [first], ever: [first], moves: 0 };
  moved.set(ownerOf(number), person);
  person.moves += 1;
  person.now.push(home);
  person.ever.push(home);
  const begun = person.moves;
  const isNoted = await attempt(world, program, `${by} notes that ${number} lives in “${typed.livesIn}”`, () =>
    program.inbox.livesElsewhere(id, { ...typed, by }),
  );
  // A colleague's word about the same person may come before or after this one.
  if (isNoted && person.moves === begun) person.now = [home];
  if (isNoted) world.ledger.places.moves += 1;
}

const america = { countries: ['US'], isStateUnknown: false, says: '' };

/** As people say it; without a home: taken back. */
const words: readonly { typed: TypedWord; home?: Home }[] = [
  said('Colorado', '', { ...america, states: ['US-CO'], zones: ['America/Denver'] }),
  said('Texas', 'Central', { ...america, states: ['US-TX'], zones: ['America/Chicago'] }),
  said('', 'America/Los_Angeles', {
    ...america,
    states: [],
    isStateUnknown: true,
    zones: ['America/Los_Angeles'],
  }),
  said('France', '', { ...america, countries: ['FR'], states: [], zones: ['Europe/Paris'] }),
  said('England', '', { ...america, countries: ['GB'], states: [], zones: ['Europe/London'] }),
  said('JM', '', { ...america, countries: ['JM'], states: [], zones: ['America/Jamaica'] }),
  { typed: { livesIn: '', zone: '' } },
  { typed: { livesIn: '', zone: '' } },
];

function said(livesIn: string, zone: string, home: Home) {
  return { typed: { livesIn, zone }, home };
}
