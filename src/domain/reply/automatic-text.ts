/**
 * Is the text what a phone, a mail program or a network writes by itself? Only whole texts of forms that nobody types: what
 * may also be a person's words waits for a person. Asked only of texts that are no opt-out and leave none in doubt.
 */
export function isAutomaticText(text: string): boolean {
  const said = text
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
  if (said.length === 0 || said.length > longest) return false;
  if (phones.some((form) => form.test(said)) || networks.some((form) => form.test(said))) return true;
  // A question may be a person's, whatever stands above it.
  if (/[?？؟]/.test(said)) return false;
  return isHeaded(said) || absences.some((form) => form.test(said));
}

const longest = 1_000;

/** What phones send while their owner drives or wants to be left alone; the second text tells how to get through. */
const phones: readonly RegExp[] = [
  /^(?:\(auto-?reply\) ?)?i'm driving with (?:(?:the )?driving )?(?:focus|do not disturb)(?: while driving)? turned on\.(?: i'll see your message when i get where i'm going\.?)?$/i,
  /^\(?i'm not receiving notifications\. if this is urgent, reply "urgent" to send a notification through with your original message\.\)?$/i,
  /^ich fahre gerade mit aktiviertem (?:fokus|"nicht stören")[^?]{0,160}$/i,
  /^je conduis avec (?:le mode )?(?:concentration|"ne pas déranger")[^?]{0,40} activé[^?]{0,160}$/i,
  /^estoy conduciendo con (?:el modo )?(?:"?concentración"?|"?no molestar"?)[^?]{0,40} activado[^?]{0,160}$/i,
  /^sto guidando con (?:la )?(?:full immersion|modalità "?non disturbare"?)[^?]{0,40} attiv[ao][^?]{0,160}$/i,
];

/** What networks and services answer in place of a person. */
const networks: readonly RegExp[] = [
  /^(?:free ?msg: ?)?unable to send message ?[-–:] ?message blocking is active\.?$/i,
  /^(?:error: ?)?(?:the|this) (?:number|phone number) (?:you (?:are texting|have texted|texted) )?(?:cannot|can't|can not|does not|is unable to|is not able to) (?:receive|accept) (?:sms|text|texts|text messages|sms messages)\.?$/i,
  /^(?:your )?message (?:was )?not delivered(?:[:.] ?(?:the )?(?:number|recipient) (?:is )?(?:invalid|unavailable|unreachable))?\.?$/i,
  /^this (?:number|phone number|inbox|mailbox) is not (?:being )?monitored\.?$/i,
];

/** "Automatic reply: …", in front of whatever the machine says. */
function isHeaded(said: string): boolean {
  const at = said.indexOf(':');
  return at > 0 && headers.has(said.slice(0, at).trim().toLowerCase());
}

const headers: ReadonlySet<string> = new Set(
  `automatic reply, automatic response, automated reply, automated response, automated message, auto reply, auto-reply, autoreply, auto response, auto-response, autoresponse, out of office, out of office autoreply, out of office auto-reply, automatische antwort, abwesenheitsnotiz, abwesenheitsmeldung, réponse automatique, message d'absence, respuesta automática, risposta automatica, resposta automática, automatisch antwoord, autosvar, automatisk svar, automaattinen vastaus, odpowiedź automatyczna, automatická odpověď, automatikus válasz, автоматический ответ, автоответ, otomatik yanıt, رد تلقائي, מענה אוטומטי, 自动回复, 自動返信`.split(
    /, /,
  ),
);

/** An absence that a mail program tells: when they are back, or who helps meanwhile. */
const absences: readonly RegExp[] = [
  /^i am (?:currently )?out of (?:the )?office\.?$/i,
  /^(?:(?:hello|hi)[,.!]? )?(?:(?:thank you|thanks) for your (?:message|e-?mail|text)[,.!]? )?i(?:'m| am) (?:currently )?(?:out of (?:the )?office|away from (?:the office|my desk)) .*(?:limited access|will (?:respond|reply|get back)|urgent matters|in urgent cases|immediate assistance)/i,
  /^(?:vielen dank für ihre nachricht[,.!]? )?ich bin (?:derzeit|zurzeit|bis) .*(?:in dringenden fällen|wenden sie sich|ihre nachricht wird nicht)/i,
  /^(?:merci pour votre message[,.!]? )?je suis (?:actuellement )?absente?(?:\(e\))? (?:du bureau|jusqu'au) .*(?:en cas d'urgence|je vous répondrai|je répondrai)/i,
  /^(?:gracias por su mensaje[,.!]? )?(?:actualmente )?estoy fuera de la oficina .*(?:en caso de urgencia|para asuntos urgentes|responderé)/i,
];
