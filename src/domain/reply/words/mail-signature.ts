/** No mail program's own line is longer. */
const longestLine = 80;

/**
 * A whole line that is just what a mail program or a phone writes below a text: "Sent from my iPhone". A line that only
 * begins so ("Sent from my lawyer: STOP"), or has any sign in it, is a person's own.
 */
function isSignature(line: string): boolean {
  const said = line.trim().replace(/ ?<https:\/\/aka\.ms\/\w{1,12}>$/, '');
  if (said === '' || said.length > longestLine || !/^[\p{L}\p{M}\p{N}\s.'’®™-]+$/u.test(said)) return false;
  const words = wordsOf(said);
  return (
    apps.has(words.join(' ')) || beforeDevice.some((begin) => isAround(words, begin, []) || isGerman(words, begin))
  );
}

export function withoutSignatures(text: string): string {
  const lines = text.split('\n');
  return lines.filter((line) => !isSignature(line)).join('\n');
}

/** How many words from `at` on are "sent from my" and a device's name; 0 for anything else. */
export function lengthOfSignature(words: readonly string[], at: number): number {
  if (words[at] !== 'sent' || words[at + 1] !== 'from' || words[at + 2] !== 'my') return 0;
  const device = words.slice(at + 3, at + 3 + mostDeviceWords + 1);
  const other = device.findIndex((word) => !isOfDevice(word));
  const length = other < 0 ? device.length : other;
  return isDevice(device.slice(0, length)) ? 3 + length : 0;
}

/** "Von meinem iPhone gesendet" */
function isGerman(words: readonly string[], begin: readonly string[]): boolean {
  return begin[0] === 'von' && isAround(words, begin, ['gesendet']);
}

function isAround(words: readonly string[], begin: readonly string[], end: readonly string[]): boolean {
  const behind = words.length - end.length;
  const isFramed =
    begin.every((word, at) => words[at] === word) && end.every((word, at) => words[behind + at] === word);
  return isFramed && isDevice(words.slice(begin.length, behind));
}

function isDevice(words: readonly string[]): boolean {
  const isShort = words.length > 0 && words.length <= mostDeviceWords;
  return isShort && words.some((word) => brands.has(word)) && words.every(isOfDevice);
}

/** A name, "Pro", or the number of a model: "S21", "5G", "13". */
function isOfDevice(word: string): boolean {
  return brands.has(word) || models.has(word) || /^(?:[a-z]?[1-9]\d{0,2}[a-z]?)$/.test(word);
}

const mostDeviceWords = 6;

/** In small letters without accents, otherwise as written: letters that only look alike differ. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return plain.replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

const phrasesOf = (list: string): string[] => list.split(',').map((phrase) => wordsOf(phrase).join(' '));

const brands: ReadonlySet<string> = new Set(
  phrasesOf(
    `iphone, iphones, iphonea, iphonu, ipad, ipada, ipadu, ipod, apple, android, galaxy, samsung, pixel, huawei, xiaomi,
      redmi, oneplus, oppo, vivo, realme, honor, nokia, motorola, htc, sony, xperia, blackberry, fairphone, smartphone,
      phone, cellphone, mobile, telephone, portable, handy, telefon, mobiltelefon, mobil, telefono, movil, celular,
      telemovel, telefone, telefonu, telefoon, mobiel, mobilen, mobilnu`,
  ),
);
const models: ReadonlySet<string> = new Set(
  phrasesOf(
    `pro, max, plus, mini, ultra, lite, note, edge, fold, flip, tab, tablet, air, xr, xs, se, fe, neo, google, lg, mi, moto,
      wireless, device, cell, lte, verizon, tmobile, att, sprint, vodafone, orange, telekom, bell, rogers, telus, optus`,
  ),
);
/** Longer ones first: "inviato da" stands in front of a name, too. */
const beforeDevice: readonly (readonly string[])[] = phrasesOf(
  `sent from my, sent from, envoyé de mon, envoyé depuis mon, envoyé à partir de mon, von meinem, gesendet von meinem,
    gesendet von, enviado desde mi, enviado de mi, enviado do meu, enviado a partir do meu, inviato da, inviato dal mio,
    inviato dal, verstuurd vanaf mijn, verzonden vanaf mijn, wysłano z, wysłane z, wysłano z mojego, skickat från min,
    sendt fra min, lähetetty, odesláno z, odesláno z mého, отправлено с, отправлено с моего, надіслано з`,
).map((begin) => begin.split(' '));

const programs = 'outlook, mail, yahoo mail, aol, gmail, microsoft outlook';
const systems = 'ios, android, windows, windows 10, windows 11, mac, iphone, ipad, mobile';
/** A program's name and a system's name go around these. */
const aroundPrograms: readonly (readonly [before: string, between: string, behind: string])[] = [
  ['get', 'for', ''],
  ['sent from', 'for', ''],
  ['sent from', 'on', ''],
  ['télécharger', 'pour', ''],
  ['obtenez', 'pour', ''],
  ['envoyé depuis', 'pour', ''],
  ['envoyé à partir de', 'pour', ''],
  ['', 'für', 'beziehen'],
  ['holen sie sich', 'für', ''],
  ['laden sie', 'für', 'herunter'],
  ['gesendet von', 'für', ''],
  ['obtener', 'para', ''],
  ['enviado desde', 'para', ''],
  ['obter', 'para', ''],
  ['enviado do', 'para', ''],
  ['ottieni', 'per', ''],
  ['scarica', 'per', ''],
  ['inviato da', 'per', ''],
  ['', 'voor', 'downloaden'],
  ['download', 'voor', ''],
  ['verzonden vanuit', 'voor', ''],
  ['pobierz', 'dla', ''],
  ['hämta', 'för', ''],
  ['skaffa', 'för', ''],
  ['hent', 'til', ''],
];
const apps: ReadonlySet<string> = new Set([
  ...phrasesOf(
    `sent from outlook, sent from mail, sent from yahoo mail, sent from gmail mobile, gesendet von outlook, lähetetty
      iphonesta, lähetetty iphonestani, iphone umdan gönderildi, iphoneumdan gönderildi, gönderildi iphone`,
  ),
  ...aroundPrograms.flatMap(([before, between, behind]) =>
    phrasesOf(programs).flatMap((program) =>
      phrasesOf(systems).map((system) => wordsOf(`${before} ${program} ${between} ${system} ${behind}`).join(' ')),
    ),
  ),
]);
