import type { Vocabulary } from './meaning.ts';

export const dutch: Vocabulary = {
  keyword: `afmelden, afmelding, uitschrijven, uitschrijving, uitschrijf, afgemeld, abonnement stoppen, abonnement
    opzeggen, sms stoppen, stop aub, stopzetten, meld af, schrijf uit`,
  bare: 'geen berichten/reclame/smsjes/spam/berichtjes/aanbiedingen/nieuwsbrief, nooit meer',
  alone: `schrap me, schrap mij, opzeggen, einde, verwijderen, verwijder, ophouden, stoppen, annuleren, kappen, hou
    op, houd op, klaar ermee`,
  curt: `weiger, weigeren, blokkeren, blokkeer, niet meer, wissen, weg, wil ik niet, ik wil dit niet, wil dit niet,
    niet storen, hoeft niet meer, ik wil hier vanaf, wil hier vanaf, hier vanaf`,
  phrase: `geen sms, geen berichten/reclame/smsjes/berichtjes/spam/sms/aanbiedingen/sms_berichten
    meer/aub/alstublieft/graag/sturen/ontvangen/svp/a_u_b, wil/wens/hoef/wensen/willen
    geen/niet/niets/deze_niet/ik_geen/jullie_geen
    sms/berichten/reclame/smsjes/berichtjes/ontvangen/meer_ontvangen/verder_ontvangen/sms_meer/berichten_meer/spam,
    wil deze/dit berichten/sms/smsjes/niet niet/meer, wil/wens niet/niets meer/langer
    ontvangen/benaderd/gecontacteerd, niet/niets/niks/nooit meer
    sturen/contacteren/benaderen/lastigvallen/lastig_vallen/smsen/appen/berichten/toesturen/versturen/ontvangen,
    stuur me/mij/ons geen/niets/niks/nooit, stuur/stuurt geen/niets/niet/niks meer/berichten/sms/reclame/berichtjes,
    neem geen contact, contacteer/benader/sms/app/bericht me/mij niet, val me/mij niet lastig, laat me/mij/ons met
    rust, stop met sturen/berichten/smsen/deze/mij/me/het/de/jullie/reclame/spammen/lastigvallen, hou/houd/houdt op
    met/hiermee/mee, haal me/mij/mijn van/eraf/uit/nummer, schrijf/meld me/mij/ons uit/af,
    verwijder/wis/haal/schrap/blokkeer mij/me/mijn/dit nummer/gegevens/telefoonnummer/data, verwijder mij/me/ons,
    blokkeer mij/me, wil/graag/wens me/mij/ik_me/ik_mij uitschrijven/afmelden, graag
    uitschrijven/afmelden/uitgeschreven/afgemeld, trek mijn/hierbij toestemming/mijn_toestemming in, mijn
    toestemming intrekken, abonnement beeindigen, beeindig mijn, hou/houd nou/eens op, kappen met, schrap me/mij/ons
    van/uit de/jullie/uw lijst/bestand/lijsten, geef geen toestemming meer`,
  doubtful: `aangifte, nog een sms/bericht en, niet_meer/niet_langer akkoord met, van/uit de/jullie/uw/deze/het
    lijst/bestand/adressenlijst/maillijst/mailinglijst/verzendlijst/database/systeem, geen interesse, niet/niet_meer
    geinteresseerd, verkeerd/fout nummer, verkeerde persoon, verkeerd verbonden, hoe/waar
    komt/komen/kom/heeft/hebben/heb u/jullie/je aan/mijn mijn/nummer nummer, hoe komt u aan mijn, hoe komen jullie
    aan mijn, hoe kom je aan mijn, wie heeft u mijn, genoeg hiervan, genoeg zo, ben er klaar mee, rot op, donder op,
    flikker op, lazer op, geblokkeerd, blokkeer jullie/je/u, oplichting, bel me niet, ongewenst, ongewenste, avg,
    melding maken, dit nummer is niet van, hier vanaf, geen toestemming, hier/daar/er geen toestemming`,
  harmless: `het einde, einde van, aan het einde, eind van, geen berichten ontvangen/gekregen/gezien, geen sms
    gekregen/ontvangen/gezien, geen bericht gekregen, geen reclame gemaakt, van de lijst met, weg geblokkeerd, is
    geblokkeerd, niet meer ontvangen dan, stop met regenen, stop met roken, stop bij, stop om de, stopt bij, stopt
    de`,
  confirmed: 'ontvangt geen/niets meer/berichten/verdere, bent afgemeld/uitgeschreven',
  automatic: `automatisch/automatische antwoord/bericht/reactie/melding, afwezigheidsbericht, niet
    reageren/antwoorden op dit, bedankt voor uw/je/het bericht, dank voor uw bericht`,
  help: 'hulp',
  polite: `alstublieft, aub, dank u, bedankt, nu, graag, dankjewel, a u b, svp, hoi, dag, meteen, direct, per
    direct, onmiddellijk, nee, dank je, gaarne, hier, hiermee`,
  object: 'berichten, de, het, deze, dit, jullie, mijn, mij, nummer, ik, wil, lijst, met, smsjes, reclame',
  unwilling: `wil/wens/hoef/willen/wensen geen/niet/niets/nooit/niks, wil ik niet/geen, niet/nooit
    gevraagd/toestemming/aangemeld, geen behoefte, genoeg van, zat van, geen, niet, nooit, zonder`,
  traffic: `sms, smsjes, berichten, bericht, berichtjes, reclame, ontvangen, krijgen, spam, benaderd, gecontacteerd,
    aanbiedingen, nieuwsbrief, meldingen`,
  removal: `verwijderen, verwijder, verwijdert, verwijderd, schrappen, schrap, wissen, wis, uitschrijven, halen,
    haal, afmelden, blokkeren, uitgeschreven`,
  removed: `nummer, telefoonnummer, lijst, gegevens, bestand, database, systeem, abonnement, adressenlijst`,
  received: `gekregen, ontvangen, gezien, gelezen, bedankt, dank, nog, sorry, probleem, binnengekomen, begrepen,
    snap`,
};
