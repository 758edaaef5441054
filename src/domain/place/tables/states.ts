/**
 * A state of the US or a province of Canada: its ISO 3166-2 code, its English name, the zones that its people live by,
 * and other ways to write it, folded as `plainWords` does.
 */
export type State = { code: string; name: string; zones: readonly string[]; alsoWritten: readonly string[] };

const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

/**
 * Made by hand in November 2026 from 49 CFR 71 (limits of the US zones) and the zone tables of the provinces. A state in
 * two zones has both, however small one part is. All zones with one clock since 2007 have one name here.
 */
export const states: readonly State[] = [
  state('US-AL', 'Alabama', [central], 'ala'),
  state('US-AK', 'Alaska', ['America/Anchorage', 'America/Adak']),
  state('US-AZ', 'Arizona', ['America/Phoenix', mountain], 'ariz'),
  state('US-AR', 'Arkansas', [central], 'ark'),
  state('US-CA', 'California', [pacific], 'calif', 'cal'),
  state('US-CO', 'Colorado', [mountain], 'colo'),
  state('US-CT', 'Connecticut', [eastern], 'conn'),
  state('US-DE', 'Delaware', [eastern], 'del'),
  state(
    'US-DC',
    'Washington, D.C.',
    [eastern],
    'washington dc',
    'washington d c',
    'd c',
    'district of columbia',
    'wash dc',
  ),
  state('US-FL', 'Florida', [eastern, central], 'fla', 'flor'),
  state('US-GA', 'Georgia', [eastern]),
  state('US-HI', 'Hawaii', ['Pacific/Honolulu'], 'hawai i', 'hawai'),
  state('US-ID', 'Idaho', [mountain, pacific]),
  state('US-IL', 'Illinois', [central], 'ill', 'ills'),
  state('US-IN', 'Indiana', [eastern, central], 'ind'),
  state('US-IA', 'Iowa', [central]),
  state('US-KS', 'Kansas', [central, mountain], 'kan', 'kans'),
  state('US-KY', 'Kentucky', [eastern, central]),
  state('US-LA', 'Louisiana', [central]),
  state('US-ME', 'Maine', [eastern]),
  state('US-MD', 'Maryland', [eastern]),
  state('US-MA', 'Massachusetts', [eastern], 'mass', 'massachussetts'),
  state('US-MI', 'Michigan', [eastern, central], 'mich'),
  state('US-MN', 'Minnesota', [central], 'minn'),
  state('US-MS', 'Mississippi', [central], 'miss', 'missisippi'),
  state('US-MO', 'Missouri', [central]),
  state('US-MT', 'Montana', [mountain], 'mont'),
  state('US-NE', 'Nebraska', [central, mountain], 'neb', 'nebr'),
  state('US-NV', 'Nevada', [pacific, mountain], 'nev'),
  state('US-NH', 'New Hampshire', [eastern], 'n h', 'n hampshire'),
  state('US-NJ', 'New Jersey', [eastern], 'n j', 'n jersey'),
  state('US-NM', 'New Mexico', [mountain], 'n m', 'n mex', 'n mexico', 'nuevo mexico'),
  state('US-NY', 'New York', [eastern], 'n y', 'nueva york', 'new york state', 'nys', 'nyc', 'new york city'),
  state('US-NC', 'North Carolina', [eastern], 'n c', 'n carolina', 'n car', 'no carolina'),
  state('US-ND', 'North Dakota', [central, mountain], 'n d', 'n dakota', 'n dak'),
  state('US-OH', 'Ohio', [eastern]),
  state('US-OK', 'Oklahoma', [central], 'okla'),
  state('US-OR', 'Oregon', [pacific, mountain], 'ore', 'oreg'),
  state('US-PA', 'Pennsylvania', [eastern], 'penn', 'penna', 'pennsylvannia'),
  state('US-RI', 'Rhode Island', [eastern], 'r i', 'rhode is'),
  state('US-SC', 'South Carolina', [eastern], 's c', 's carolina', 's car', 'so carolina'),
  state('US-SD', 'South Dakota', [central, mountain], 's d', 's dakota', 's dak'),
  state('US-TN', 'Tennessee', [eastern, central], 'tenn', 'tennesee'),
  state('US-TX', 'Texas', [central, mountain], 'tex', 'tejas'),
  state('US-UT', 'Utah', [mountain]),
  state('US-VT', 'Vermont', [eastern]),
  state('US-VA', 'Virginia', [eastern], 'virg'),
  state('US-WA', 'Washington', [pacific], 'wash', 'washington state', 'state of washington'),
  state('US-WV', 'West Virginia', [eastern], 'w va', 'w v', 'w virginia'),
  state('US-WI', 'Wisconsin', [central], 'wis', 'wisc'),
  state('US-WY', 'Wyoming', [mountain], 'wyo'),

  state('CA-AB', 'Alberta', ['America/Edmonton'], 'alta'),
  // The north east keeps mountain time all year, as Creston does; the Kootenays live by Alberta's clock.
  state('CA-BC', 'British Columbia', ['America/Vancouver', 'America/Edmonton', 'America/Fort_Nelson'], 'b c'),
  state('CA-MB', 'Manitoba', ['America/Winnipeg'], 'man'),
  state('CA-NB', 'New Brunswick', ['America/Halifax'], 'n b', 'nouveau brunswick'),
  state(
    'CA-NL',
    'Newfoundland and Labrador',
    ['America/St_Johns', 'America/Halifax', 'America/Puerto_Rico'],
    'nfld',
    'newfoundland',
    'labrador',
    'nf',
    'nl',
  ),
  state('CA-NS', 'Nova Scotia', ['America/Halifax'], 'n s', 'nouvelle ecosse'),
  state('CA-NT', 'Northwest Territories', ['America/Edmonton', 'America/Inuvik'], 'nwt', 'n w t'),
  state('CA-NU', 'Nunavut', ['America/Cambridge_Bay', 'America/Coral_Harbour', 'America/Toronto', 'America/Winnipeg']),
  state('CA-ON', 'Ontario', ['America/Toronto', 'America/Winnipeg', 'America/Coral_Harbour'], 'ont'),
  state('CA-PE', 'Prince Edward Island', ['America/Halifax'], 'pei', 'p e i'),
  // The Magdalen Islands live by Halifax's clock, the lower north shore keeps Atlantic time all year.
  state('CA-QC', 'Quebec', ['America/Toronto', 'America/Halifax', 'America/Puerto_Rico'], 'que', 'pq', 'p q'),
  state('CA-SK', 'Saskatchewan', ['America/Regina', 'America/Edmonton'], 'sask'),
  state('CA-YT', 'Yukon', ['America/Whitehorse'], 'yukon territory', 'yk'),
];

/** What the USPS counts among the states and ISO 3166-1 as countries of their own. */
export const territories: readonly { country: string; alsoWritten: readonly string[] }[] = [
  { country: 'PR', alsoWritten: ['puerto rico', 'p r'] },
  { country: 'VI', alsoWritten: ['us virgin islands', 'virgin islands', 'u s virgin islands', 'usvi'] },
  { country: 'GU', alsoWritten: ['guam'] },
  { country: 'AS', alsoWritten: ['american samoa'] },
  { country: 'MP', alsoWritten: ['northern mariana islands', 'northern marianas', 'cnmi'] },
  { country: 'PW', alsoWritten: ['palau'] },
  { country: 'FM', alsoWritten: ['micronesia', 'federated states of micronesia'] },
  { country: 'MH', alsoWritten: ['marshall islands'] },
];

function state(code: string, name: string, zones: readonly string[], ...alsoWritten: readonly string[]): State {
  return { code, name, zones: zones.toSorted(), alsoWritten };
}
