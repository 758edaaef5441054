import { readableWords } from '../words/opt-out-words.ts';
import { readWords } from '../words/read-words.ts';
import { holdsRefusal } from '../words/refusal-words.ts';

/** Lines above a quoted text are no longer than this. */
const longestLine = 200;

/**
 * Takes away the lines that introduce a quoted text in mail programs and phones: "On 3 Nov Ada wrote:". Only at the
 * very end, and nothing that speaks of an opt-out or refuses.
 */
export function withoutAttribution(before: string): string {
  const lines = before.split('\n');
  while (lines.length > 0 && isAttribution(lines.at(-1)!)) lines.pop();
  return lines.join('\n');
}

function isAttribution(line: string): boolean {
  const said = line.replace(/^[>\s]+/, '').trim();
  if (said === '' || /^[-_*=~.]+$/.test(said)) return true;
  if (said.length > longestLine) return false;
  const words = readableWords(said);
  const isHeader = headers.has(words[0] ?? '') && /^[\p{L} ]{2,14}:/u.test(said);
  const isIntroduction = /[:：]$/.test(said) && words.some((word) => wrote.has(word)) && beginsAsOne(said, words);
  const isRuler = said.startsWith('--') && said.endsWith('--') && words.some((word) => original.has(word));
  return (isHeader || isIntroduction || isRuler) && readWords(said) === 'reply' && !holdsRefusal(said);
}

/** "You wrote:", "3 nov. 2026 kl. 14:02 skrev Ada:", but not a person's sentences with "you wrote:" behind them. */
function beginsAsOne(said: string, words: readonly string[]): boolean {
  return words.length <= 3 || /[<@]/.test(said) || /^\p{N}/u.test(said) || starters.has(words[0] ?? '');
}

/** Is this just what a machine or a mail program puts before our text: "Message not delivered:"? */
export function isMachineLabel(rest: string): boolean {
  return labels.has(readableWords(rest).join(' '));
}

const setOf = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((phrase) => readableWords(phrase).join(' ')));

const headers = setOf(
  `from, to, sent, date, subject, cc, de, a, envoye, objet, von, an, gesendet, betreff, datum, enviado, para,
    asunto, fecha, da, inviato, oggetto, data, assunto, van, aan, verzonden, onderwerp, od, do, temat, wyslano,
    fran, till, skickat, amne, fra, til, sendt, emne`,
);
const starters = setOf('on, le, am, el, il, em, op, w, dnia, den, dne, kl, il giorno, no dia, a, la, 在, tarihinde');
const wrote = setOf(
  `wrote, writes, said, a ecrit, ecrit, ecrivait, avez, schrieb, schriebst, schrieben, escribio, escribiste, ha
    scritto, scritto, scrive, escreveu, escreveste, schreef, schreven, napisal, napisala, pisze, skrev, kirjoitti,
    napsal, napisal a, irta, scris, yazdi, написал, написала, пишет, написав, εγραψε, כתב, כתבה, كتب, 写道, 写`,
);
const original = setOf(
  'original, originale, ursprungliche, ursprungligt, opprinnelig, oprindelig, oorspronkelijk, forwarded, transfere, weitergeleitete, reenviado, inoltrato, encaminhada, doorgestuurd',
);
const labels = setOf(
  `re, fw, fwd, aw, wg, tr, rv, auto reply, autoreply, automatic reply, automated reply, automatic response, auto
    response, you wrote, you said, your message, original message, forwarded message, message, message not
    delivered, not delivered, message undeliverable, undeliverable, undelivered, message not sent, not sent, message
    failed, failed, delivery failed, delivery failure, delivery has failed, message delivery failed, failed to send,
    failed to deliver, message could not be delivered, could not be delivered, your message could not be delivered,
    your message was not delivered, message blocked, returned message, mail delivery failed, could not deliver,
    unable to deliver, message expired, reponse automatique, message non distribue, message non remis, non
    distribue, message non envoye, non remis, echec de lenvoi, echec denvoi, votre message na pas ete remis, vous
    avez ecrit, message dorigine, automatische antwort, nachricht nicht zugestellt, nicht zugestellt, unzustellbar,
    nachricht konnte nicht zugestellt werden, zustellung fehlgeschlagen, nachricht nicht gesendet, du schriebst, sie
    schrieben, ursprungliche nachricht, respuesta automatica, mensaje no entregado, no entregado, mensaje no
    enviado, error de entrega, no se pudo entregar, no se pudo entregar el mensaje, usted escribio, escribiste,
    mensaje original, risposta automatica, messaggio non recapitato, messaggio non consegnato, non recapitato,
    messaggio non inviato, invio non riuscito, hai scritto, messaggio originale, resposta automatica, mensagem nao
    entregue, nao entregue, mensagem nao enviada, falha na entrega, falha no envio, voce escreveu, mensagem
    original, automatisch antwoord, bericht niet bezorgd, niet bezorgd, bericht niet afgeleverd, niet afgeleverd,
    bezorging mislukt, je schreef, u schreef, oorspronkelijk bericht, automatyczna odpowiedz, wiadomosc
    niedostarczona, niedostarczona, niedostarczono, nie dostarczono, nie dostarczono wiadomosci, wiadomosc nie
    zostala dostarczona, napisales, napisalas, autosvar, automatiskt svar, meddelandet kunde inte levereras, kunde
    inte levereras, automatisk svar, meldingen ble ikke levert, beskeden blev ikke leveret, viestia ei toimitettu,
    zprava nebyla dorucena, nedoruceno, mesaj iletilemedi, iletilemedi, сообщение не доставлено, не доставлено,
    автоответ, повідомлення не доставлено`,
);
