import type { Meaning } from '../vocabulary/meaning.ts';
import { phraseAt } from './opt-out-phrases.ts';
import { readableWords } from './opt-out-words.ts';

/**
 * Somebody tells how to opt out without asking for it: "Reply STOP to end these messages", "To unsubscribe, text END".
 * Machines that answer for a number do this too.
 */
export function statesRule(words: readonly string[]): boolean {
  const keywords = keywordsIn(words);
  const places = new Set(keywords.map(({ at }) => at));
  const purpose = keywords.find(({ at }) => connectors.has(words[at - 1] ?? ''))?.at ?? words.length;
  return keywords.some(({ at, length, isPhrase }) => {
    if (isPhrase) return false;
    const behind = at + length;
    const goesOn = words.slice(behind, behind + reach).findIndex((word) => connectors.has(word));
    if (goesOn >= 0 && [1, 2].some((distance) => places.has(behind + goesOn + distance))) return true;

    const isTold =
      words.slice(Math.max(0, at - reach), at).some((word) => verbs.has(word)) || verbsBehind.has(words[behind] ?? '');
    return isTold && (goesOn >= 0 || purpose < at);
  });
}

/** Verb and purpose stand at most this many words from the keyword: "Reply with the word STOP", "STOP au 36180 pour". */
const reach = 4;

type Keyword = { at: number; length: number; isPhrase: boolean };

function keywordsIn(words: readonly string[]): Keyword[] {
  const found: Keyword[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const length = phrase?.length ?? 1;
    if (phrase && keywordMeanings.has(phrase.meaning))
      found.push({ at, length, isPhrase: phrase.meaning === 'phrase' });
    at += length;
  }
  return found;
}

const keywordMeanings: ReadonlySet<Meaning> = new Set(['keyword', 'bare', 'alone', 'phrase']);

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).flatMap(readableWords));

const verbs =
  setOf(`reply replying respond responding answer answering text texting txt send sending type write message sms
  repondez repondre reponds envoyez envoyer envoie tapez ecrivez ecrire antworte antworten antwortet sende senden sendet schreibe schreiben
  schicke schicken responde responda respondan responder contesta conteste contestar envia envie enviar escribe escriba escribir
  manda mande mandar rispondi rispondere rispondete invia inviare inviate scrivi scrivere scrivete manda mandare responda responder
  antwoord antwoorden stuur sturen beantwoord odpisz odpisac wyslij wyslac odpowiedz svara skicka svar skriv vastaa laheta odpovezte poslete
  odpovedzte poslite valaszoljon kuldje raspundeti trimiteti yanitlayin gonderin yazin cevaplayin ответьте отправьте напишите пришлите
  відповідайте надішліть απαντηστε στειλτε balas ketik kirim tra loi soan gui أرسل ارسل رد השב השיבו שלחו`);
const verbsBehind = setOf(`senden schicken antworten schreiben sturen antwoorden yazin gonderin yazip`);
const connectors =
  setOf(`to for if pour si um zum zur fur para per om aby zeby att for voor icin чтобы для щоб για pentru untuk untok לקבלת להסרה
  لإلغاء لايقاف لإيقاف kapcsan mukaan pro`);
