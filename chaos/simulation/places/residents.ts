import { listedNumber, ownerOf } from '../../kills/spellings.ts';

/**
 * Where somebody lives, written by hand: where the program thinks they may be is under test. `says`: what the list has in
 * its column for the state; `isStateUnknown`: somewhere in the US.
 */
export type Home = {
  countries: readonly string[];
  states: readonly string[];
  isStateUnknown: boolean;
  zones: readonly string[];
  says: string;
};

type Prefix = Home & { prefix: string; first: number };

const america = (prefix: string, state: string, ...zones: string[]): Prefix => ({
  prefix,
  first: 2_000_000,
  countries: ['US'],
  states: [`US-${state}`],
  isStateUnknown: false,
  zones,
  says: '',
});

const abroad = (prefix: string, first: number, country: string, ...zones: string[]): Prefix => ({
  prefix,
  first,
  countries: [country],
  states: [],
  isStateUnknown: false,
  zones,
  says: '',
});

const [newYork, chicago, denver, losAngeles] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
] as const;
const anywhere = [newYork, chicago, denver, 'America/Phoenix', losAngeles, 'America/Anchorage', 'Pacific/Honolulu'];

/** Those of `listedNumber`, whom lists and networks write in two ways. */
const spelledTwice: readonly Prefix[] = [
  america('+1201', 'NJ', newYork),
  abroad('+5255', 20_000_000, 'MX', 'America/Mexico_City', 'America/Tijuana', 'America/Cancun'),
  abroad('+54911', 20_000_000, 'AR', 'America/Buenos_Aires'),
  abroad('+55119', 70_000_000, 'BR', 'America/Sao_Paulo'),
];

const spelledOnce: readonly Prefix[] = [
  america('+1305', 'FL', newYork),
  abroad('+336', 12_000_000, 'FR', 'Europe/Paris'),
  america('+1415', 'CA', losAngeles),
  abroad('+44791', 1_200_000, 'GB', 'Europe/London'),
  america('+1210', 'TX', chicago),
  abroad('+49151', 12_000_000, 'DE', 'Europe/Berlin'),
  america('+1850', 'FL', newYork, chicago),
  abroad('+1876', 3_000_000, 'JM', 'America/Jamaica'),
  america('+1215', 'PA', newYork),
  abroad('+6141', 2_000_000, 'AU', 'Australia/Perth', 'Australia/Adelaide', 'Australia/Brisbane', 'Australia/Sydney'),
  america('+1401', 'RI', newYork),
  // Moved, and the list knows it: both places hold.
  { ...america('+1212', 'NY', newYork, denver), states: ['US-NY', 'US-UT'], says: 'Utah' },
  abroad('+2782', 2_000_000, 'ZA', 'Africa/Johannesburg'),
  { ...america('+1800', '', ...anywhere), states: [], isStateUnknown: true },
  america('+1915', 'TX', denver),
  abroad('+9198', 12_000_000, 'IN', 'Asia/Calcutta'),
];

/** The number of a person, from many places in turn. */
export function residentNumber(no: number): string {
  if (no % 5 === 4) return listedNumber(no);
  const { prefix, first } = spelledOnce[(no - Math.floor(no / 5)) % spelledOnce.length]!;
  return `${prefix}${first + no}`;
}

/** Where the person with this number lives, in whatever spelling it comes. */
export function homeOf(number: string): Home {
  const owner = ownerOf(number);
  const home = [...spelledOnce, ...spelledTwice].find(({ prefix }) => owner.startsWith(prefix));
  if (!home) throw new Error(`Nobody lives at ${number}.`);
  return home;
}
