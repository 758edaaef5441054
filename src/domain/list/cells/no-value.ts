/**
 * What programs and people write for an unknown value: "NULL", "#N/A", "-". In a column of names also words such as
 * "none" that mean something elsewhere; names that look alike ("Nan", "Na") stay.
 */
export function isNoValue(cell: string, inNames = false): boolean {
  const text = cell.trim();
  // None of them begins like a number, and half of all cells are numbers.
  if (number.test(text)) return false;
  if (text === '' || marks.test(text)) return true;
  if (text.length > 20) return false;
  return (
    nothing.has(text.toLowerCase()) ||
    text === 'NaN' ||
    (inNames && (noNames.has(text) || noName.has(text.toLowerCase())))
  );
}

const number = /^\+?\d/;
const marks = /^[-\u2010-\u2015\u2212.…_?*/\\]{1,10}$/;

const nothing =
  set(`null|(null)|<null>|[null]|\\n|undefined|n/a|#n/a|n.a.|n. a.|#value!|#ref!|#name?|#div/0!|#num!|#null!|#nv|#wert!|#bezug!
  |#valeur!|#¡valor!|#valor!|#error!|#spill!|#calc!|#getting_data|#n/d|n/d|not available|not provided|not specified|no data|(blank)|[blank]
  |<blank>|(empty)|[empty]|<empty>|(none)|<none>|[none]|[object object]|k.a.|k. a.`);

const noName =
  set(`none|unknown|(unknown)|no name|noname|unnamed|anonymous|unbekannt|inconnu|desconocido|sconosciuto|onbekend|nieznany|tbd|tba|tbc|s/n|missing|blank|empty|nothing
  |(no name)|[no name]|<no name>|(unnamed)|n.n.|n. n.|ohne name|ohne namen|kein name|sans nom|sin nombre|sem nome|senza nome|geen naam
  |zonder naam|bez nazwy|null null|null, null|name|first name|firstname|vorname|test|xxx|xx|false|true`);
const noNames = new Set(['NA', 'nan', 'NAN', 'nil', 'NIL', 'X', 'x']);

function set(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map((word) => word.trim()));
}
