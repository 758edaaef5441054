const names = ['Ada', 'Grace', 'Barbara', 'Hedy', 'Katherine', 'Margaret', 'Radia', 'Shafi', 'Frances', 'Adele'];

/** Area codes of the United States, in which all of these numbers are valid. */
const areas = [201, 212, 305, 312, 415, 512, 617, 702, 808, 919];

/** A row of a list of people: every thousandth is no number, every hundredth the one before it again. */
export function lineOf(no: number): string {
  if (no % 1_000 === 999) return `n/a,${names[no % names.length]}`;
  const person = no % 100 === 99 ? no - 1 : no;
  const area = areas[person % areas.length];
  const rest = 2_000_000 + Math.floor(person / areas.length);
  return `+1${area}${rest},${names[no % names.length]}`;
}
