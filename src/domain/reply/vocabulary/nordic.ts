import type { Vocabulary } from './meaning.ts';

/** Swedish, Norwegian, Danish and Finnish. */
export const nordic: Vocabulary = {
  keyword: `avregistrera, avprenumerera, avregistrering, avsluta prenumeration, avanmal, avanmala, stoppa, stopp
    sms, stoppe, frameld, frameldt, avmelding, avmelde, meld av, afmeld, afmelding, avslutt abonnement, peruuta
    tilaus, poistu listalta, irtisano`,
  bare: `inga sms/meddelanden/utskick/fler, ingen reklam/reklame/sms/spam, ikke flere sms/meldinger/beskeder, ingen
    flere sms/beskeder/meldinger, ingen beskeder/meldinger, inget mer, ei viesteja/mainoksia/tekstiviesteja, ei enaa`,
  alone: `avsluta, avbryt, slutt, slut, sluta, lopeta, avslutt, fjern, slet, slett, poista, loppu, peruuta, ta bort,
    radera, hold op`,
  curt: `blockera, blokker, esta, aldrig, aldri, nok, racker nu, vill inte, vil ikke, en halua, onskas inte, onskes
    ikke, alkaa hairitko`,
  phrase: `sluta/slutt skicka/sms/smsa/messa/kontakta/skriva/a_sende/med/spamma/hora_av/a_skrive, stop med at
    sende/skrive/kontakte, stopp/stop sending/med a_sende, ta bort mig/mitt_nummer/meg/oss/nummeret, radera
    mig/mitt_nummer, inga/inte/ikke/ingen fler/flere/mer sms/meddelanden/meldinger/beskeder/utskick, skicka
    inte/inga/inget/aldrig, kontakta mig inte/ej, kontakt mig/meg ikke, vill inte/ej ha/fa/ta_emot/bli_kontaktad
    sms/fler/mer/era/dessa/meddelanden/reklam/det_har, vill inte bli kontaktad, vil ikke
    ha/have/motta/modtage/kontaktes/fa sms/flere/disse/meldinger/beskeder/reklame/mere/mer, onskar inte/onsker_ikke
    fler/flere/sms/ta_emot/motta/modtage/at/disse/dessa, slet/slett/fjern
    mig/meg/mit_nummer/nummeret_mitt/nummeret/mit_nr/nummeret_mit, ikke send, send ikke/aldri/aldrig, meld/afmeld
    meg/mig av/fra/af/ut, afmeld mig, avregistrera mig, lat mig vara, lamna mig, lad mig vaere, la meg vaere, fran
    er/eran lista, fra jeres/deres/listen liste/lista, alkaa/ala lahettako/laheta/ottako/ota/viestita,
    lopettakaa/lopeta viestien/lahettaminen/viestit/tama, en halua
    viesteja/saada/enaa/enempaa/naita/vastaanottaa/mainoksia, poistakaa/poista numeroni/minut/tietoni/yhteystietoni,
    ei enaa/lisaa/enempaa viesteja/mainoksia/tekstiviesteja, jattakaa/jata minut rauhaan, jeg_vil/vill/onsker
    afmeldes/avmeldes/avregistreras/avmelde_meg, stoppa/stopp/stop sms/alla/disse/dessa/de, aterkallar/aterkalla
    mitt samtycke, trekker/trekke/tilbakekaller mitt/mit samtykke, traekker/tilbagekalder mit samtykke, samtycker
    inte langre, samtykker ikke lenger/langere, stryk meg/mig/oss fra/fran/av
    listen/lista/listan/er_lista/deres_liste, peruutan suostumukseni`,
  doubtful: `inte/ej/ikke intresserad/interessert/interesseret, fel/feil/forkert nummer, fel person, hur fick ni
    mitt nummer, hvor har i/dere mit/mitt nummer, ei kiinnosta, vaara numero, mista saitte numeroni, stick, dra at
    helvete, trakassering, polisanmaler, anmalan, blockerar er, blokkerer`,
  harmless: `slut pa, till slut, i slutet, til slutt, til sidst, inga meddelanden fran, har inga sms, slut med, ta
    bort den, skal slutt, slutt pa, ikke send barnet, vill inte ha mat, vill inte ha barn`,
  confirmed: 'du er/har/ar avmeldt/avregistrerad/blitt_avmeldt/afmeldt',
  automatic: `autosvar, automatiskt/automatisk svar/meddelande/melding/besked, automaattinen vastaus/viesti, svara
    ej, tack/takk/tak for ditt/meldingen/din meddelande/besked/henvendelse`,
  help: 'hjalp, hjelp, apua, ohje',
  polite: `tack, tak, takk, snalla, nu, vennligst, venligst, omgaende, genast, kiitos, nyt, heti, ole hyva, hej,
    hei, gode, naa, straks, ja, nei, nej`,
  object: `med, sms, meddelanden, meldinger, beskeder, mig, meg, er, jag, jeg, vil, vill, det, den, viestit,
    viestien, tilaus, prenumeration`,
  unwilling: `vill inte/ej, vil ikke, onskar inte/ej, onsker ikke, trott pa, lei av, traet af, en halua, har inte
    bett om, har ikke bedt om, en ole tilannut, inte, inga, inget, ingen, ikke, ej, aldrig, aldri, ala, alkaa, utan,
    uden, uten`,
  traffic: `sms, meddelanden, meddelande, meldinger, melding, beskeder, besked, reklam, reklame, utskick, spam,
    viesteja, viesti, mainoksia, tekstiviesteja, kontaktad, kontaktet`,
  removal: `ta_bort, radera, slet, slette, slett, fjern, fjerne, poista, poistakaa, poistaa, avregistrera, afmeld,
    stryk, stryg`,
  removed: `nummer, numret, nummeret, nr, lista, listan, listen, liste, listalta, numeroni, numero, register,
    registret, prenumeration, abonnement`,
  received: `fatt, fick, fikk, sett, set, last, tack, takk, tak, annu, enda, endnu, saanut, nahnyt, kiitos,
    modtaget, mottatt, forstatt, problem`,
};
