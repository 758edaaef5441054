/**
 * What libphonenumber's zone data needs before it may decide about a person's night, read on 17 July 2026. The script
 * that writes the tables beside this file applies it; the tests hold the tables to it.
 */

/**
 * Area codes whose line names one zone though some of their exchanges lie in another: a number has all zones found below
 * its code. The script does so with every code; these are those in which it was seen to matter.
 */
export const splitCodes =
  '208 219 250 270 308 310 418 423 541 574 605 606 620 701 709 775 785 807 812 850 867 906 907 928'.split(' ');

/** Codes laid over older ones: the same people live under both, so they have the older code's zones and states. */
export const overlays: Readonly<Record<string, string>> = {
  448: '850',
  930: '812',
  364: '270',
  458: '541',
  986: '208',
  // Found here: the data has one zone of several, or for 474 and 689 that of another place.
  236: '250',
  257: '250',
  672: '250',
  778: '250',
  367: '418',
  581: '418',
  879: '709',
  474: '306',
  689: '407',
};

/** Codes in use that the data does not know: nobody can tell the state or the zone. */
export const unknownCodes = ['861', '436', '471', '624', '679', '837'];

/** Codes whose lines name cities only. */
export const statesOfCodes: Readonly<Record<string, string>> = {
  203: 'US-CT',
  310: 'US-CA',
  713: 'US-TX',
  718: 'US-NY',
  905: 'CA-ON',
};

/** The names of states in the data that are no names of states elsewhere. */
export const namesInData: Readonly<Record<string, string>> = {
  'British Colombia': 'CA-BC',
  'Nova Scotia/Prince Edward Island': 'CA-NS CA-PE',
  'Northwest Territories/Nunavut/Yukon': 'CA-NT CA-NU CA-YT',
};

/** Zones of the US and Canada that have had one clock for many years: the second name stands for both. */
export const sameClock: Readonly<Record<string, string>> = {
  'America/Boise': 'America/Denver',
  'America/Detroit': 'America/New_York',
  'America/Indianapolis': 'America/New_York',
  'America/Louisville': 'America/New_York',
  'America/Juneau': 'America/Anchorage',
  'America/North_Dakota/Center': 'America/Chicago',
  'America/Menominee': 'America/Chicago',
  'America/Montreal': 'America/Toronto',
};

/**
 * Countries whose lines are too narrow or plainly wrong for mobiles, whose numbers say no place: Australia's all lie in
 * Sydney, Spain's in Madrid, Indonesia's in Jakarta, Russia's in Moscow, Ireland's in London. Every country without area
 * codes in its mobile numbers has all of its zones, by CLDR, except these.
 */
export const zonesOfCountries: Readonly<Record<string, readonly string[]>> = {
  AU: [
    'Australia/Adelaide',
    'Australia/Brisbane',
    'Australia/Darwin',
    'Australia/Eucla',
    'Australia/Hobart',
    'Australia/Lord_Howe',
    'Australia/Perth',
    'Australia/Sydney',
  ],
  // CLDR knows no zones of these three.
  AC: ['Atlantic/St_Helena'],
  TA: ['Atlantic/St_Helena'],
  XK: ['Europe/Belgrade'],
};

/**
 * Zones that the data leaves out below a prefix. North America: all year without summer time around Fort Nelson, Atikokan
 * and Blanc-Sablon; Inuvik and Cambridge Bay change their clocks, which Alberta has given up. Brazil: the west of Amazonas.
 */
export const moreZones: Readonly<Record<string, readonly string[]>> = {
  1250: ['America/Fort_Nelson'],
  1418: ['America/Puerto_Rico'],
  1807: ['America/Coral_Harbour'],
  1867: ['America/Cambridge_Bay', 'America/Coral_Harbour', 'America/Inuvik'],
  5597: ['America/Eirunepe'],
};
