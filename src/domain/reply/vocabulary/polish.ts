import type { Vocabulary } from './meaning.ts';

export const polish: Vocabulary = {
  keyword: `rezygnuje, rezygnacja, wypisz, wypisuje, wypisac, wypisanie, wyrejestruj, wyrejestrowac, cofam zgode,
    wycofuje zgode, odwoluje zgode, stop sms, stop reklamom, wypiszcie`,
  bare: 'bez/zadnych/koniec/dosc/zero sms/smsow/wiadomosci/reklam/spamu/z_sms/z_smsami',
  alone:
    'wypis, koniec, anuluj, usun, usunac, zakoncz, zakonczyc, przestan, przestancie, skasuj, usuncie, dziekuje nie',
  curt: `odmowa, odmawiam, blokuj, zablokuj, wyjdz, nigdy wiecej, dosc, nie chce, nie chce tego, nie przeszkadzac,
    nie zycze`,
  phrase: `przestan/przestancie do mnie/nas pisac/wysylac/dzwonic,
    wypisz/wypiszcie/wykreslcie/wykresl/usun/usuncie/skasujcie/skasuj/zablokujcie/zablokuj/wyrejestrujcie
    mnie/moj_numer/ten_numer/nas/moje_dane/numer, prosze mnie/o/moj/sie/was
    wypisac/wypisanie/usuniecie/usunac/wykreslenie/skreslic/wykreslic/numer_usunac, prosze
    wypisac/usunac/skasowac/przestac/wykreslic/nie_wysylac/nie_pisac/nie_kontaktowac/sie_nie_kontaktowac/wiecej_nie/juz_nie/o_niewysylanie/o_zaprzestanie/o_nie,
    nie
    wysylajcie/wysylaj/piszcie/pisz/kontaktujcie/kontaktuj/nekajcie/nekaj/przysylajcie/przysylaj/spamujcie/meczcie,
    nie wysylac/pisac/kontaktowac/przysylac wiecej/do_mnie/mi/sie/juz/sms/sms_ow,
    nie_chce/nie_zycze_sobie/nie_chcemy/juz_nie_chce/nie_potrzebuje
    sms/smsow/wiadomosci/reklam/tych/waszych/otrzymywac/dostawac/wiecej/juz/zebyscie/zeby/takich/zadnych/kontaktu,
    nie zycze sobie, przestan/przestancie/prosze_przestac/przestac pisac/wysylac/mnie/mi/przysylac/spamowac/nekac,
    dajcie/daj mi/nam/juz spokoj/mi_spokoj, zostawcie/zostaw mnie w_spokoju, usunac/usuniecie moj/mojego/moich
    numer/numeru/danych, koniec z wiadomosciami/smsami, chce sie wypisac, chce zrezygnowac, rezygnuje z,
    wycofuje/cofam/odwoluje moja/swoja/zgode zgode/na, wiecej nie piszcie/wysylajcie, nie pisac/wysylac/dzwonic, nie
    pisac do, nie wyrazam zgody, nie wyrazilam/wyrazilem zgody, nie zgadzam sie na, dajcie sobie spokoj, prosze
    zaprzestac, zaprzestancie, nie wyrazam juz zgody, juz_nie wyrazam zgody`,
  doubtful: `z/ze waszej/panstwa/tej/swojej listy/bazy, z listy wysylkowej/mailingowej/numerow, z bazy danych, nie
    jestem zainteresowany/zainteresowana, niezainteresowany, niezainteresowana, brak zainteresowania, nie interesuje
    mnie, nie interesuja mnie, pomylka, zly/bledny numer, skad macie/pan_ma/pani_ma/masz/panstwo_maja/wzieliscie moj
    numer, kto wam dal moj numer, rodo, uodo, uokik, zglosze, zglaszam, zgloszenie do, zablokowany, blokuje was,
    odczepcie sie, odczep sie, spadaj, spadajcie, odwal sie, oszustwo, nekanie, mam dosc, spierdalaj, spierdalajcie`,
  harmless: `koniec tygodnia, koniec miesiaca, koniec roku, pod koniec, na koniec, do konca, w koncu, dosc dobrze,
    dosc daleko, dosc wczesnie, dosc duzo, dosc pozno, z listy gosci/zakupow/prezentow, zablokowany most, droga
    zablokowana, nie pisz po, bez sms przyjde, nie pisz/piszcie/wysylaj/wysylajcie
    daty/adresu/godziny/imienia/nazwiska`,
  confirmed: `nie otrzymasz/bedziesz juz/otrzymywac/wiecej, zostales/zostalas/zostal_pan/zostala_pani
    wypisany/wypisana/usuniety`,
  automatic: `automatyczna/wiadomosc/odpowiedz odpowiedz/automatyczna/wiadomosc, nie odpowiadac na, nie odpowiadaj
    na, dziekujemy za wiadomosc/kontakt`,
  help: 'pomoc',
  polite: 'prosze, dziekuje, natychmiast, teraz, juz, dzien dobry, witam, pozdrawiam, dzieki, nie, tak, mi, bardzo',
  object: 'wiadomosci, sms, smsy, smsow, mnie, moj, numer, z, listy, te, tych, te wiadomosci, do, wysylac, na',
  unwilling: `nie/juz_nie/nigdy_nie
    chce/chcemy/zycze/potrzebuje/wyrazam/wyrazalem/zgadzam/prosilem/prosilam/zamawialem, mam dosc, dosyc, nie,
    nigdy, bez, zadnych`,
  traffic: `sms, smsow, smsy, wiadomosci, wiadomosc, reklam, reklamy, otrzymywac, dostawac, spamu, kontaktu,
    powiadomien, ofert`,
  removal: `usun, usuncie, usunac, usuniecie, wykreslic, wykreslcie, wykresl, skasowac, skasujcie, skasuj, wypisac,
    wypiszcie, wypisz, wyrejestrowac, zablokujcie, zablokowac`,
  removed: `numer, numeru, listy, lista, bazy, danych, dane, kontaktow, subskrypcji, subskrypcje`,
  received: `dostalem, dostalam, otrzymalem, otrzymalam, przyszla, przyszedl, widzialem, widzialam, widze, dzieki,
    dziekuje, jeszcze, przepraszam, doszla, doszedl, rozumiem, mam, problem`,
};
