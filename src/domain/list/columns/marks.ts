import { withoutEnd } from '../../plain-text.ts';
import { isNoValue } from '../cells/no-value.ts';
import { wordsOf } from './meaning.ts';

/** A column in which the list itself tells who wants no texts; `wording`: in which words somebody agreed, or yes and no. */
export type MarkColumn = { index: number; title: string; means: 'stop' | 'consent' | 'status' | 'wording' };

/** The columns about opting out or in, by their titles. */
export function markColumns(titles: readonly string[]): MarkColumn[] {
  return titles.flatMap((title, index) => {
    const means = markMeaning(title);
    return means ? [{ index, title: plainTitle(title), means }] : [];
  });
}

/** Does this cell say that the person wants no texts? Empty values do not. */
export function isMarked({ means }: MarkColumn, cell: string): boolean {
  const said = inWords(cell.replace(/[✓✔☑]/gu, 'yes').replace(/[✗✘❌✖☒🚫👎❎]/gu, means === 'stop' ? 'yes' : 'no'));
  if (said === '' && !/^[-+]?\d/.test(cell)) return false;
  if (means === 'status') return isStop(said);
  // "Consent is not a condition of purchase" refuses nothing.
  if (means === 'wording') return no.has(said) || plainStops.has(said);
  const first = said.split(' ')[0] ?? '';
  if (means === 'consent') return no.has(said) || no.has(first) || isStop(said) || refusal.test(` ${said} `);
  // Under "Unsubscribed" everything affirms that does not deny: a date, a source, an x.
  return !(no.has(said) || no.has(first) || isNoValue(cell) || inForce.has(said));
}

/** Is the whole cell a wish for no texts, in any column? "Do not contact" among notes is one. */
export function saysStop(cell: string): boolean {
  if (!mayBeStop(cell)) return false;
  // Asked of every cell: most are told by their letters.
  if (/^[ -~]*$/.test(cell) && !stopLetters.has(lettersOf(cell))) return false;
  return plainStops.has(inWords(cell));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

function mayBeStop({ length }: string): boolean {
  return length >= 3 && length <= 30;
}

/** The title without the colon at the end of a head line. */
export function plainTitle(title: string): string {
  return withoutEnd(title.trim(), /[\s:]/);
}

/** Does a line between the numbers, such as "Do not text:", say that the people below it want no texts? */
export function isStopHead(line: string): boolean {
  if (line.length > longestHead) return false;
  const words = wordsOf(line);
  return (mayBeStop(line) && plainStops.has(inOneForm(words))) || meaningOfWords(withoutList(words)) === 'stop';
}

/** "Do-not-text list" heads people, though as a column's title it would speak of lists. */
function withoutList(words: readonly string[]): string[] {
  return words.filter((word) => word !== 'list' && word !== 'lists');
}

const longestHead = 120;

/** One form for all spellings; Korean in whole syllables, as the words here are written. */
function inWords(text: string): string {
  return inOneForm(wordsOf(text));
}

function inOneForm(words: readonly string[]): string {
  return words.join(' ').normalize('NFC');
}

const plainStops = new Set(
  `do not text, do not contact, do not message, do not sms, dont text, don t text, dont contact, don t contact,
  no texts, no sms, opted out, opt out, unsubscribed, dnc, dnt, keine sms, nicht kontaktieren,
  ne pas contacter, no contactar, non contattare, nao contatar, deceased, verstorben, decede, fallecido,
  deceduto, falecido, overleden`
    .split(',')
    .map((words) => words.trim()),
);
const stopLetters = new Set([...plainStops].map(lettersOf));

function markMeaning(title: string): MarkColumn['means'] | undefined {
  return title.length > longestHead ? undefined : meaningOfWords(wordsOf(title));
}

function meaningOfWords(words: readonly string[]): MarkColumn['means'] | undefined {
  if (words.length === 0) return undefined;
  const text = ` ${inOneForm(words)} `;
  if (/^ (sms |text )?stop(ped)? $/.test(text) || wholeStopTitle.test(text)) return 'stop';
  if (wholeConsentTitle.test(text)) return 'consent';
  if (stopTitle.test(text))
    return /\b(reason|grund|raison|motivo|link|url|page|lists?)\b/.test(text) ? undefined : 'stop';
  if (stopSigns.test(text)) return 'stop';
  if (consentTitle.test(text) || consentSigns.test(text)) {
    if (otherConsent.test(text)) return undefined;
    return wordingTitle.test(text) ? 'wording' : 'consent';
  }
  return statusTitle.test(text) ? 'status' : undefined;
}

const wholeStopTitle =
  /^ (replied stop|stop received|stop date|date of stop|stopped (sms|texts?)|stop sms|removed|remove from \w+( list)?|(no longer|doesn t|does not|doesnt) wants? (sms|texts?)|kein kontakt|nicht kontaktieren|geen sms|non disturbare|rezygnacja|opposition|no desea sms) $/;
const wholeConsentTitle =
  /^ (may we text( you)?|sms|texts?|sms enabled|textable|text alerts|tcpa|gdpr|dsgvo|sms newsletter|sms erwunscht) $/;

const stopTitle =
  / (unsubscribed?|unsubscribes?|unsub|opt(ed)? ?outs?|optouts?|optedout|dnc|dnd|dnt|do not (text|sms|contact|call|disturb|message|msg|mail|email|send|market)( \w+)?|dont (text|sms|contact|call|message)|no (sms|texts?|texting|marketing|messages?|contact)|suppress(ed|ion)?|blocked|blacklist(ed)?|blocklist(ed)?|revoked|withdrawn|abgemeldet|abbestellt|keine? (sms|werbung|nachrichten)|widerspruch|widersprochen|widerrufen|gesperrt|sperrvermerk|werbesperre|desabonne|desinscrit|ne pas (contacter|envoyer|appeler)|pas de sms|desinscripcion|dado de baja|baja|no (contactar|enviar|molestar)|disiscritto|non (contattare|inviare)|descadastrado|nao (contatar|enviar|perturbe)|afgemeld|uitgeschreven|niet (sms en|contacteren|bellen)|wypisany|nie (kontaktowac|wysylac)) /;

const consentTitle =
  / (consents?|consented|opt(ed)? ?ins?|optins?|optedin|subscribed|subscriber|subscription|permission|agreed|agrees|agreement|allowed|allow|accepts?|accepted|may (text|contact|sms)|ok to (text|contact|call|sms)|okay to text|can (we )?(text|contact)|wants? (sms|texts?|messages?)|receive (sms|texts?)|sms (ok|okay|yes)|text(ing)? (ok|okay|allowed|yes)|einwilligung|eingewilligt|zustimmung|zugestimmt|einverstanden|erlaubnis|darf (.{1,40} )?(sms|kontaktiert|angeschrieben|informiert|benachrichtigt)( \w+)?|(sms|werbung|kontakt|kontaktaufnahme|marketing) (erlaubt|ok|gewunscht|zugelassen)|abonniert|angemeldet|consentement|accepte|accord|abonne|consentimiento|acepta|autoriza|autorizado|suscrito|consenso|acconsente|iscritto|consentimento|aceita|inscrito|toestemming|akkoord|ingeschreven|mag (sms|gebeld|benaderd)( \w+)?|zgoda|zgody|samtycke|samtykke|godkanner|suostumus|souhlas|suhlas|pristanak|acord|hozzajarulas|izin|onay|согласие|согласен|згода|συγκαταθεση) /;

/** Scripts without spaces between words, and words whose endings vary. */
const consentSigns = /同意|許可|配信希望|동의|수신여부|הסכמ|موافق/u;
const stopSigns =
  /配信停止|受信拒否|拒否|不要|退订|退訂|拒收|取消订阅|수신거부|거부|отписа|не беспокоить|не писать|odhlas|avregistrer|avmeld|framel[dt]|leiratkoz|dezabon|abonelikten|istemiyor|הסרה|إلغاء/u;

/** When and how they agreed, or consent to something other than texts. */
const otherConsent =
  / (date|dates|datum|source|quelle|ip|time|timestamp|updated|since|method|keyword|version|id|at|photos?|fotos?|video|images?|pictures?|media|bild|bilder|medical|treatment|trip|travel|swim|swimming|parking|pickup|cookies?) /;

/** What somebody agreed to, in words; for other lists it is consent to texts, and yes or no. */
const wordingTitle =
  / (consents?|agreement|permission|opt ?in|einwilligung|zustimmung) (text|wording|words|language|statement|disclosure|proof|evidence|url|link|page|form|wortlaut) $/;

const statusTitle =
  / (status|state|estado|statut|stato|stav|sms status|subscription status|email status|member status) /;

/** Words that deny what the title says. */
const no = new Set(
  'no n false 0 f off nein nej ei hayir yok ni nu nem oxi нет ні いいえ 否 无 不 不同意 拒否 아니오 아니요 x0 لا לא falsch non faux nao nie nee ne нет false0 never niemals jamais nunca mai nooit nigdy not no consent declined refused rejected denied disagree disagreed unchecked unticked nope falso onwaar falsz'.split(
    ' ',
  ),
);

/** What stands under "Unsubscribed" for people who are still subscribed. */
const inForce = new Set([
  'subscribed',
  'active',
  'aktiv',
  'actif',
  'activo',
  'attivo',
  'ativo',
  'opted in',
  'opt in',
  'in',
  'ok',
  'none',
]);

const refusal =
  /^ (please )?(don t|dont|do not) | (not|never|declined|refused?|revoked|withdrawn|expired|lapsed|opted out|unsubscribed|(e ?mails?|calls?|phone|post|mail) only|only (e ?mails?|calls?|post)|verweigert|widersprochen|widerrufen|abgelaufen|nicht erteilt|negato|denied) /;

function isStop(said: string): boolean {
  return /^(un ?subscribed?|unsub|opt(ed)? ?out|out(?! of)|stop|stopped|blocked|blacklisted|suppressed|revoked|withdrawn|cleaned|do not (contact|text|disturb|call|sms)|dnc|dnd|dnt|no consent|(not|non) subscribed|not opted in|never subscribed|complained|abgemeldet|abbestellt|gesperrt|widerrufen|desabonne|desinscrit|baja|dado de baja|disiscritto|descadastrado|afgemeld|uitgeschreven|wypisany)( |$)/.test(
    said,
  );
}
