import type { Language } from './usual-answers.ts';

/**
 * greeting: before the answer. request, thanks: before or behind. closing: behind. regret: around a no, while a yes
 * with one is a second thought.
 */
export type Courtesy = 'greeting' | 'request' | 'thanks' | 'closing' | 'regret';

/** Phrases separated by commas that add nothing to an answer. */
export const courtesies: Record<Courtesy, string> = {
  greeting: `hi, hello, hey, hiya, hi there, hello there, hey there, hi all, hello all, hi team, hello team, hey team,
    dear team, dear all, dear sir, dear madam, dear sir or madam, good morning, good afternoon, good evening, good day,
    hola, hola buenas, buenas, muy buenas, buenos dias, buen dia, buenas tardes, buenas noches, bonjour, bonsoir, salut,
    coucou, hallo, hallo zusammen, hallo team, hi zusammen, liebes team, guten tag, guten morgen, guten abend, moin,
    moin moin, servus, gruss gott, gruezi, grussgott, ciao, salve, buongiorno, buon giorno, buonasera, buona sera,
    buon pomeriggio, ola, oi, bom dia, boa tarde, boa noite, hoi, dag, goedemorgen, goedemiddag, goedenavond, goedendag,
    goede morgen, goede middag, czesc, dzien dobry, witam, hej, siema, dobry wieczor`,
  request: `please, pls, plz, plse, plis, por favor, porfavor, porfa, x favor, sil vous plait, sil te plait, s il vous plait,
    s il te plait, svp, bitte, bitte schon, bitte sehr, per favore, per piacere, per cortesia, por gentileza, pf, pfv,
    alstublieft, alsjeblieft, aub, ajb, prosze, prosze bardzo, poprosze`,
  thanks: `thanks, thank you, takk, tack, thank u, thankyou, thanku, thx, thnx, thanx, tnx, tks, ty, tysm, thanks a lot, thanks so much,
    thanks very much, thank you so much, thank you very much, thank you all, thank you again, thanks again, many thanks, thanks anyway, thank you anyway, and thank you, and thanks, y gracias, et merci,
    und danke, e grazie, e obrigado, e obrigada, en bedankt, i dziekuje,
    much appreciated, thank you kindly, thanks for asking, thank you for asking, thanks for checking, thank you for checking,
    thanks for the offer, thank you for the offer, thanks for the invite, thanks for the invitation,
    thank you for the invitation, thank you for the invite, thank you very much indeed, cheers, gracias, grasias, muchas gracias,
    mil gracias, muchisimas gracias, gracias por preguntar, gracias por la invitacion, merci, merci beaucoup, merci bien, merci a vous, merci a toi,
    merci davance, merci pour linvitation, grand merci, un grand merci, danke, danke schon, danke schoen, danke sehr, dankeschon, vielen dank,
    vielen lieben dank, besten dank, herzlichen dank, tausend dank, danke dir, danke euch, danke ihnen, danke fur die einladung, danke der nachfrage, grazie, grazie mille,
    mille grazie, molte grazie, grazie a voi, grazie a te, grazie per linvito, ti ringrazio, vi ringrazio, la ringrazio, obrigado, obrigada,
    muito obrigado, muito obrigada, obrigado pelo convite, obrigada pelo convite, obg, brigado, brigada, agradeco, grato, grata, valeu, vlw, dank u, dank je, dank u wel,
    dank je wel, dankjewel, bedankt, hartelijk dank, hartelijk bedankt, heel erg bedankt, alvast bedankt, bedankt voor de uitnodiging, dziekuje, dzieki,
    dziekuje bardzo, bardzo dziekuje, dzieki wielkie, wielkie dzieki, serdecznie dziekuje, dzieki bardzo, dziekuje za zaproszenie`,
  closing: `sir, maam, mam, good night, bendiciones, feliz dia, buenas noches, buenos dias, buenas tardes, que tenga buen dia,
    que tengas buen dia, bonne nuit, bonne fin de journee, gute nacht, schones wochenende, senhor, senhora, bom dia,
    boa tarde, boa noite, fijne avond, fijn weekend, milego wieczoru, dobrej nocy, madam, x, xx, regards, kind regards, best regards, warm regards, have a good day, have a nice day,
    have a great day, take care, god bless, god bless you, saludos, un saludo, saludos cordiales, un abrazo, abrazos, besos,
    senor, senora, buen dia, cordialement, bien cordialement, bises, bisous, bonne journee, bonne soiree, monsieur, madame,
    lg, vg, mfg, gruss, grusse, gruesse, viele grusse, viele gruesse, liebe grusse, liebe gruesse, schone grusse,
    beste grusse, freundliche grusse, mit freundlichen grussen, schonen tag, schonen tag noch, schonen abend, saluti,
    cordiali saluti, distinti saluti, un saluto, buona giornata, buona serata, abbracci, baci, abraco, abracos, abs, att,
    atenciosamente, bjs, beijos, groet, groeten, groetjes, mvg, vriendelijke groet, vriendelijke groeten,
    met vriendelijke groet, met vriendelijke groeten, fijne dag, fijne dag nog, prettige dag, pozdrawiam, pozdrowienia,
    serdecznie pozdrawiam, pozdr, milego dnia`,
  regret: `sorry, im sorry, i am sorry, so sorry, im so sorry, my apologies, apologies, unfortunately, lo siento,
    lo siento mucho, perdon, disculpe, disculpa, lamentablemente, desafortunadamente, desgraciadamente, desole, desolee, je suis desole,
    je suis desolee, malheureusement, je regrette, leider, tut mir leid, es tut mir leid, tut mir sehr leid, mi dispiace, mi spiace, purtroppo,
    scusate, scusa, desculpe, desculpa, infelizmente, sinto muito, lamento, helaas, het spijt me, spijt me, niestety,
    przykro mi, przepraszam, sorki`,
};

/** Words of politeness that tell the language: beside them a word of another language may be a false friend. */
export const tellingCourtesies: Partial<Record<Language, string>> = {
  polish: `prosze, poprosze, dziekuje, dzieki, pozdrawiam, pozdrowienia, pozdr, czesc, dobry, witam, siema, niestety,
    przykro, przepraszam, sorki, milego`,
  german: 'danke, dank, bitte, hallo, guten, moin, servus, gruss, grusse, gruesse, leider',
  french: 'merci, bonjour, bonsoir, salut, coucou, svp, plait, desole, desolee, malheureusement, cordialement, bonne',
  spanish:
    'gracias, hola, favor, porfavor, porfa, buenos, buenas, saludos, saludo, abrazo, senor, senora, perdon, siento',
  portuguese:
    'obrigado, obrigada, obg, ola, oi, bom, boa, favor, abraco, abracos, desculpe, desculpa, infelizmente, valeu',
};

/** Before an answer of one sign: "option 2", "Antwort B". */
export const namesOfChoices = `option, answer, choice, number, opcion, respuesta, numero, reponse, antwort, nummer, opzione,
  risposta, opcao, resposta, optie, keuze, opcja, odpowiedz`;
