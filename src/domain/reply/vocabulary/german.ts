import type { Vocabulary } from './meaning.ts';

export const german: Vocabulary = {
  keyword: `stoppen, abmelden, abmeldung, abbestellen, abbestellung, austragen, austragung, abbestelle, abo beenden,
    abo kundigen, abo stornieren, sms stop, sms stopp, werbung stopp, werbestopp, abgemeldet, abbestellt, newsletter
    abbestellen`,
  bare: `keine werbung/nachricht/nachrichten/mitteilungen/texte/spam/newsletter/weiteren/infos, kein spam, keine
    werbe sms, nie wieder, bitte streichen/loschen/entfernen/rausnehmen, nie mehr, ich bestelle ab, streichen sie
    mich, streicht mich, loschen sie mich, schluss damit`,
  alone: 'kundigung, ende, beenden, aufhoren, kundigen, schluss, loschen, entfernen, schluss jetzt, stornieren',
  curt: `abbrechen, verzichte, ablehnen, abgelehnt, blockieren, sperren, lass es, lasst es, raus, widerruf,
    widerspruch, aus, weg, ich will das nicht, will das nicht, nicht mehr, will nicht, will ich nicht, mochte ich
    nicht, nicht storen, rausnehmen, nicht gewunscht, unerwunscht, lasst das, lass das, lassen sie das`,
  phrase: `keine/bitte_keine/nie_wieder/nie_mehr/keinerlei
    sms/nachrichten/werbung/mitteilungen/texte/nachricht/benachrichtigungen/infos/newsletter
    mehr/bitte/danke/schicken/senden, keine sms, keine weiteren/weitere/weiterer
    sms/nachrichten/werbung/mitteilungen/texte/infos/nachricht, bitte keine
    nachrichten/werbung/nachricht/texte/mitteilungen, nicht mehr
    schreiben/anschreiben/senden/schicken/kontaktieren/texten/belastigen/simsen/zusenden/zuschicken/anfragen, nichts
    mehr schicken/senden/zuschicken, mir nicht mehr, mir keine/nichts mehr/sms/nachrichten/werbung/weiteren,
    schreiben/kontaktieren/schreibt/schreib/kontaktiert/kontaktiere/belastigen/belastigt sie_mir/mir/sie_mich/mich
    nicht/nie, schicken/senden/schickt/sendet/schick/send/sende/schicke sie_mir/mir/sie_uns/uns
    keine/nichts/bitte_keine, horen_sie/hort/hor auf,
    melden_sie/meldet/meld/melde/tragen_sie/tragt/trag/nehmen_sie/nehmt/nimm/streichen_sie/streicht/streich/loschen_sie/loscht/losch/losche/entfernen_sie/entfernt/entferne/blockieren_sie/blockiert/sperren_sie
    mich/uns/mich_bitte/bitte_mich ab/aus/raus/von/vom/bitte/von_der, melden sie mich ab, meldet mich ab, mich
    abmelden, mich austragen, mich abzumelden, mochte/will/wurde_gern/wurde_gerne
    abbestellen/mich_abmelden/abgemeldet_werden/gestrichen_werden, bitte abmelden, abmelden bitte,
    nehmen_sie/nehmt/nimm/loschen_sie/loscht/losche/streichen_sie/streicht/entfernen_sie/entfernt/sperren_sie/blockieren_sie/bitte
    meine/diese nummer/daten/handynummer/telefonnummer/kontaktdaten, meine nummer/daten/handynummer
    loschen/streichen/entfernen/sperren/raus, loschen_sie/loscht/losche mich, entfernen_sie/entfernt/entferne mich,
    aus dem/ihrem/eurem/deinem verteiler, aus der/ihrer/eurer liste, vom verteiler, lasst/lassen_sie/lass mich/uns
    in_ruhe/bitte_in_ruhe/endlich_in_ruhe, mochte/will/wunsche/mochten/wollen/wunschen/brauche
    keine/keinerlei/keine_weiteren/keine_weitere/nie_wieder/auch_keine/ab_sofort_keine
    sms/nachrichten/werbung/mitteilungen/texte/infos/benachrichtigungen/newsletter, nicht_mehr/nicht
    kontaktiert/angeschrieben/belastigt/benachrichtigt werden, verzichte auf weitere/ihre/eure,
    widerrufe/widerrufen_sie/ziehe meine/die/hiermit/hiermit_meine/meine_einwilligung
    einwilligung/zustimmung/zuruck, einwilligung widerrufen, widerrufe ich meine/die, widerspreche
    der/dem/hiermit/einer/jeder, nie wieder schreiben/kontaktieren/sms/nachrichten, unterlassen_sie/unterlasst,
    stellen sie den/die versand/nachrichten, stellt die/den, losch/losche mich/meine, nichts mehr von
    horen/euch/ihnen/dir, keine sms von, nimm/nehmt mich raus, rausnehmen bitte, streichen_sie/streicht/streiche
    mich, kein/null bock_auf, kein bock auf eure/ihre, stimme dem/dem_erhalt/dem_empfang
    von_sms/von_nachrichten/von_werbung/ihrer_sms/ihrer_nachrichten nicht_mehr zu, willige nicht mehr ein,
    ziehe/widerrufe/nehme mein einverstandnis, nehme meine einwilligung zuruck`,
  doubtful: `ich verklage, verklage sie/dich/euch, erstatte anzeige, strafanzeige, noch eine sms/nachricht und, stimme nicht_mehr/dem_nicht_mehr zu, von der/ihrer/eurer liste/datenbank, aus der/ihrer/eurer
    datenbank/kartei, falsche nummer/person, falsch verbunden, kein interesse, keinerlei interesse, nicht/nicht_mehr
    interessiert, kein bedarf, interessiert mich nicht, woher haben/habt/hast sie/ihr/du meine nummer, wer hat
    ihnen/euch/dir meine nummer, dsgvo, es reicht, reicht jetzt, jetzt reichts, mir reichts, genug jetzt, genug
    davon, belastigung, anwalt, bundesnetzagentur, verbraucherzentrale, anzeige erstatten, zeige sie an, blockiere
    sie/euch/dich, blockiert, verpiss dich, haut ab, hau ab, verschwindet, lasst mich, nervt, nervig, unerwunscht,
    unerwunschte, unverlangt, abzocke, betrug, unterlassung, werbeverbot, nerv nicht, nerven,
    keine/keine_erlaubnis/nie_eine erlaubnis/einwilligung/zustimmung, untersage, verbiete ihnen/euch`,
  harmless: `am ende, zu ende, ende mai, ende juni, ende juli, ende der, ende des, ende april, ende marz, bis ende,
    das ende, gegen ende, ende nachster, ende gut, schluss machen, keine nachricht bekommen/von/erhalten/auf, keine
    nachrichten bekommen/von/auf, keine sms bekommen/von/erhalten/gekommen/angekommen, keine werbung gemacht, aus
    der liste aus, aus der stadt, von der liste der gaste, strasse blockiert, ist blockiert, blockiert die,
    blockiert den, nicht mehr schreiben kann, kein bedarf an parkplatz, hort auf zu regnen, hort auf zu schneien,
    hor auf zu weinen, schreiben/schreibt/schreib sie_mir/mir nicht die_adresse/das_datum/die_uhrzeit/den_namen,
    schicken/schickt/schick sie_mir/mir nicht die_adresse/das_datum/die_uhrzeit`,
  confirmed: `wurden/wurdest/sind/bist/erfolgreich abgemeldet, erhalten/erhaltst keine/nun_keine/ab_sofort_keine
    weiteren/nachrichten/sms/mehr`,
  automatic: `automatische/automatisierte/automatisch
    antwort/nachricht/generiert/erstellt/mitteilung/generierte/erstellte, abwesenheitsnotiz, diese nummer wird
    nicht, nicht auf diese nachricht antworten, antworten sie nicht, vielen_dank/danke fur ihre/deine/die
    nachricht/anfrage/kontaktaufnahme`,
  help: 'hilfe',
  polite: `bitte, sofort, jetzt, danke, hallo, ja, nein, guten tag, vielen dank, mfg, endlich, umgehend, mal, damit,
    moin, servus, gruss, doch`,
  object: `der, die, nachrichten, mich, mir, den, das, ich, mochte, will, werbung, newsletter, alle, alles, liste,
    von, aus, abo, ihre, eure, diese`,
  unwilling: `will/mochte/wunsche/brauche/mag/wollen/mochten/wunschen/will_ich/mochte_ich/wunsche_ich
    keine/nicht/nichts/nie/keinerlei/diese_nicht/das_nicht, habe nicht/nie/keine
    zugestimmt/eingewilligt/angefordert/bestellt/erlaubnis, genug von, satt, keine, kein, nicht, nie, untersage,
    verbiete, ohne, keinerlei`,
  traffic: `sms, nachricht, nachrichten, werbung, erhalten, bekommen, empfangen, kontaktiert, angeschrieben,
    benachrichtigungen, mitteilungen, newsletter, texte, spam, infos, zusendung, zusendungen`,
  removal: `loschen, losche, losch, loscht, geloscht, entfernen, entferne, entfernt, streichen, streiche, streicht,
    gestrichen, austragen, rausnehmen, herausnehmen, nehmen, nehmt, nimm, sperren, kundigen, raus, abmelden`,
  removed: `nummer, handynummer, telefonnummer, liste, verteiler, daten, datenbank, kartei, abo, kontakte,
    abonnement`,
  received: `bekam, erhielt, gesehen, gelesen, danke, noch, problem, ahnung, gekriegt, angekommen, gekommen,
    verstanden, leider, wichtig, warten`,
};
