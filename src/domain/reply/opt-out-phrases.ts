import { readableWords } from './opt-out-words.ts';

/**
 * keyword: an opt-out as a whole text with courtesies, a question for a person inside a longer one.
 * bare: the same, but "cancel it" and "I quit" may speak of anything, so it stands with courtesies only.
 * alone: an opt-out as a whole text with courtesies only, too common a word inside others.
 * phrase: an opt-out wherever it stands. doubtful: always a question for a person. harmless: hides the keyword in it.
 * start, help: the other two requests. polite: courtesies. object: what keywords may speak of, "these texts".
 */
export type Meaning =
  | 'keyword'
  | 'bare'
  | 'alone'
  | 'phrase'
  | 'doubtful'
  | 'harmless'
  | 'start'
  | 'help'
  | 'polite'
  | 'object';

/** The longest known phrase that begins at a word. */
export function phraseAt(words: readonly string[], at: number): { meaning: Meaning; length: number } | undefined {
  const candidates = byBeginning.get(`${words[at]} ${words[at + 1]}`);
  const match = candidates?.find(({ rest }) => rest.every((word, index) => words[at + 2 + index] === word));
  if (match) return { meaning: match.meaning, length: match.rest.length + 2 };
  const single = singleWords.get(words[at] ?? '');
  return single && { meaning: single, length: 1 };
}

/** US law and carriers' rules first, then the words that are usual in other languages; separated by commas. */
const phrases: Record<Meaning, string> = {
  keyword: `stop, stopall, stop all, stopend, stop2end, stop2quit, stop2stop, stopsms, unstart, unsubscribe, unsub, unsubscribed,
    unsubscribe all, unsubcribe, unsubscibe, unsuscribe, unsubscrbe, usubscribe, revoke, opt out, optout, stpo, sotp, stahp,
    arret, arreter, arretez, arrete, desabo, desabonner, desabonnement, desabonnez, desinscrire, desinscription, desinscrivez,
    dar de baja, cancelar suscripcion, desuscribir, desuscribirme, desinscribir, desinscribirme,
    stoppen, abmelden, abmeldung, abbestellen, abbestellung, austragen, abbestelle, abo beenden, abo kundigen,
    descadastrar, descadastre, descadastro, cancelar inscricao, disiscrivi, disiscrivimi, disiscrizione, disiscrivermi,
    cancellami, cancellatemi, afmelden, afmelding, uitschrijven, uitschrijving, rezygnuje, wypisz, wypisuje,
    avregistrera, avprenumerera, frameld, frameldt, avmelding, avmelde, odhlasit, leiratkozas, leiratkozom, dezabonare,
    berhenti, huy dang ky, iptal, durdur, стоп, отписка, отписаться, отпишите, отпиши, відписатися, відписка, στοπ, διακοπη,
    停止, 解除, 配信停止, 配信解除, ストップ, 退订, 退訂, 取消订阅, 取消訂閱, 수신거부, 중지, 수신 거부, توقف, إيقاف, ايقاف, إلغاء, الغاء, قف,
    הסר, הסרה, הפסק, रोकें, बंद करो, หยุด, ยกเลิก, un subscribe, un sub`,
  bare: 'end, quit, cancel, cancel all, end all, quit all',
  alone: `no mas, no more, ende, beenden, alto, parar, pare, baja, basta, cancelar, anular, salir, sair, remover, annuler, annulla, ferma,
    fermare, aufhoren, kundigen, koniec, anuluj, konec, zrusit, avsluta, avbryt, slutt, lopeta, batal, отмена, скасувати, 取消, 中止,
    정지, 그만, remove, opzeggen, detener`,
  phrase: `opt me out, opt me out of, please opt out, want to opt out, like to opt out, wish to opt out, opting out,
    take me off, take my number off, take us off, remove me, remove my number, remove my name, remove us, delete me, delete my number,
    do not text, dont text, do not message, dont message, do not contact, dont contact, do not send me, dont send me, never text me,
    never contact me, never message me, do not sms, dont sms, stop texting, stop messaging, stop sending, stop contacting, stop sms,
    stop bothering, stop spamming, stop harassing, stop writing, stop the texts, stop the messages, stop these texts,
    stop these messages, stop all texts, stop all messages, stop your texts, stop your messages, stop with the texts, quit texting,
    quit messaging, quit sending, quit contacting, quit bothering, no more messages, no more texts, no more sms, no more texting,
    no more text messages, no more alerts, no more of these, cease and desist, cancel my subscription, cancel subscription,
    end my subscription, end subscription, cancel these texts, cancel these messages, end these texts, end these messages,
    cancel all texts, cancel all messages, cancel texts, cancel messages, cancel text messages, cancel sms, cancel alerts, cancel my texts, end sms, end alerts, quit sms, end texts, end messages,
    unsubscribe me, unsubscribe from, unsubscribe us, want to unsubscribe, like to unsubscribe, please unsubscribe,
    unsubscribe please, revoke my consent, revoke consent, withdraw my consent, withdraw consent, i revoke, do not consent,
    dont consent, lose my number, loose my number, leave me alone, off your list, off this list, off the list, off of this list,
    no me envien, no me envie, no me envies, no me manden, no me escriban, no me escribas, no me contacten, no mas mensajes,
    no mas sms, no quiero mas mensajes, no quiero recibir, no deseo recibir, dejen de enviar, dejen de mandar, deja de enviar,
    dejar de recibir, darme de baja, denme de baja, dame de baja, deme de baja, borrenme, eliminenme, quitenme, borra mi numero,
    ne menvoyez plus, ne plus menvoyer, ne plus recevoir, ne mecrivez plus, ne me contactez plus, arretez de menvoyer,
    arretez de mecrire, arretez de me, arretez les sms, arretez les messages, plus de sms, plus de messages, me desabonner,
    desabonnez moi, me desinscrire, desinscrivez moi, retirez moi, supprimez mon numero,
    keine sms mehr, keine sms, keine nachrichten mehr, keine weiteren sms, keine weiteren nachrichten, nicht mehr schreiben,
    nicht mehr anschreiben, schreiben sie mir nicht, schreibt mir nicht, schicken sie mir keine, schickt mir keine,
    melden sie mich ab, meldet mich ab, mich abmelden, mochte mich abmelden, bitte abmelden, nehmen sie mich aus, nehmt mich aus,
    aus dem verteiler, aus der liste, loschen sie meine nummer, meine nummer loschen, horen sie auf, hort auf,
    nao quero mais receber, nao quero receber, nao me envie, nao me enviem, nao me mande, nao me mandem, nao enviem mais,
    parem de enviar, pare de enviar, parem de mandar, pare de mandar, me remova, me removam, me tire da lista, me descadastre,
    non scrivetemi, non mi scrivete, non inviatemi, non mandatemi, non voglio piu ricevere, non voglio ricevere, basta messaggi,
    basta sms, smettete di, smettetela, toglietemi, rimuovetemi, cancellate il mio numero,
    geen sms, geen berichten meer, geen smsjes meer, schrijf me uit, schrijf mij uit, meld me af, meld mij af, stuur me geen,
    stop met sturen, verwijder mij, verwijder me, verwijder mijn nummer,
    wypisz mnie, wypiszcie mnie, prosze mnie wypisac, nie wysylajcie, nie piszcie, nie chce wiecej, usun moj numer, usuncie moj numer,
    sluta skicka, sluta sms, ta bort mig, inga fler sms, stop med at sende, slet mig, slett meg, ikke send,
    отпишите меня, уберите меня, удалите мой номер, не пишите мне, не присылайте, больше не пишите, не пишіть мені`,
  doubtful: `enough, not interested, no longer interested, wrong number, wrong person, go away, fuck off, f off, piss off,
    get lost, stop bugging, who gave you my number,
    how did you get my number, where did you get my number, spam, reported, lawyer, tcpa, gdpr, dsgvo, dnc, do not call, sue you,
    numero equivocado, mauvais numero, falsche nummer, kein interesse, pas interesse, no me interesa, nao tenho interesse,
    non mi interessa, geen interesse`,
  harmless: `stop by, stop bys, stop in, stop at, stop over, stop off, stop sign, stop light, stop watch, stop motion, stop loss,
    stop and shop, stop gap, stop laughing, stop smiling, stop thinking, stop loving, stop crying,
    stop wondering, stop the car, stop the bus, non stop, bus stop, truck stop, train stop, tram stop, metro stop, subway stop,
    pit stop, rest stop, one stop, full stop, door stop, next stop, first stop, last stop, second stop, final stop, quick stop,
    my stop, your stop, our stop, dont stop, do not stop, never stop, cant stop, can not stop, cannot stop, wont stop,
    will not stop, couldnt stop, didnt stop, doesnt stop, did not stop, does not stop, please dont stop, dont quit, never quit,
    do not quit, dont cancel, do not cancel, didnt cancel, did not cancel, dont unsubscribe, do not unsubscribe, dont end, never end,
    end of, end up, ends up, end at, end on, end by, end in, end time, end date, end result, end game, end zone, end user,
    the end, an end, my end, our end, your end, this end, week end, year end, month end, dead end, high end,
    low end, front end, back end, open end, rear end, other end, either end, far end, in the end, at the end, by the end,
    until the end, the very end, class end, does it end, quit my job, quit smoking, quit drinking, quit work, quit school,
    arret de bus, arret du bus, arret de tram, arret de metro, sans arret, prochain arret, larret, mandat darret,
    am ende, zu ende, ende mai, ende juni, ende der, ende des, bis ende, alto ahi`,
  start:
    'start, unstop, subscribe, resubscribe, opt in, optin, opt me in, opt me back in, join, rejoin, restart, start again',
  help: 'help, info, aide, ayuda, hilfe, ajuda, aiuto, hulp, pomoc, hjalp, помощь, ヘルプ, 帮助, 도움말',
  polite: `me, please, pls, plz, plez, plse, kindly, now, immediately, asap, already, today, thanks, thank you, thx, ty, thankyou, ok, okay, k, hi,
    hello, hey, dear, sir, madam, maam, team, all, right, right now, at once, just, yes, no, well, oh, the fuck, fucking, damn, wtf,
    bitte, sofort, jetzt, danke, hallo, por favor, porfavor, porfa, gracias, hola, ya, svp, sil vous plait, sil te plait, merci, bonjour,
    obrigado, obrigada, ola, agora, per favore, grazie, ciao, adesso, alstublieft, aub, dank u, bedankt, nu,
    prosze, dziekuje, tack, tak, takk, snalla, пожалуйста, спасибо, lutfen, tolong, お願いします, 请, 謝謝, 谢谢`,
  object: `us, it, this, that, these, those, them, text, texts, texting, txt, txts, txting, message, messages, messaging, msg, msgs, sms, smses,
    sending, alert, alerts, notification, notifications, update, updates, subscription, marketing, promo, promos, promotions, ads, ad, spam,
    number, my, your, the, all, from, to, you, u, i, im, id, like, want, wanna, would, could, can, wish, need, have, list, service,
    mensajes, mensaje, los, de, les, le, des, messages, der, die, nachrichten, mensagens, as, i messaggi, messaggi, berichten, wiadomosci`,
};

/** In scripts without spaces: an opt-out wherever it stands. */
export const phrasesWithoutSpaces =
  '退订 退訂 取消订阅 取消訂閱 不要再发 不要再發 别再发 別再發 配信停止 配信解除 수신거부 ยกเลิก หยุดส่ง'.split(' ');

/** Of phrases of several words, by the first two; the longest first. */
const byBeginning = new Map<string, { rest: string[]; meaning: Meaning }[]>();
const singleWords = new Map<string, Meaning>();

for (const [meaning, list] of Object.entries(phrases) as [Meaning, string][]) {
  for (const phrase of list.split(',')) {
    const [first = '', second, ...rest] = readableWords(phrase);
    if (second === undefined) {
      if (!singleWords.has(first)) singleWords.set(first, meaning);
      continue;
    }
    const key = `${first} ${second}`;
    byBeginning.set(
      key,
      [...(byBeginning.get(key) ?? []), { rest, meaning }].sort((a, b) => b.rest.length - a.rest.length),
    );
  }
}
