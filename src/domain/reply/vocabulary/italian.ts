import type { Vocabulary } from './meaning.ts';

export const italian: Vocabulary = {
  keyword: `disiscrivi, disiscrivimi, disiscrizione, disiscrivermi, disiscrivetemi, cancellami, cancellatemi,
    cancellazione, disattiva, disattivare, disattivazione, disdici, disdetta, disdire, annulla iscrizione, cancella
    iscrizione, stop messaggi, stop pubblicita, cancellate`,
  bare: `niente sms/messaggi/pubblicita/spam/promozioni, no sms grazie, no pubblicita/messaggi, basta
    pubblicita/cosi/spam, zero messaggi`,
  alone: `basta, annulla, ferma, fermare, cancella, cancellare, rimuovi, rimuovere, elimina, eliminare, smetti,
    smettere, smettila, fermati, fermatevi, finitela`,
  curt: `rifiuto, rifiutare, blocca, bloccare, esci, uscire, mai piu, non voglio, non lo voglio, non disturbare, non
    mi serve`,
  phrase: `non mi/ci
    scrivete/scriva/scrivere/scrivi/contattate/contatti/contattare/contatta/mandate/mandi/mandare/inviate/invii/inviare/disturbate/disturbi/disturbare,
    non
    scrivetemi/scrivermi/scrivere_piu/inviatemi/inviarmi/inviare_piu/inviate_piu/mandatemi/mandarmi/mandare_piu/mandate_piu/contattatemi/contattarmi/disturbatemi/disturbarmi/disturbate,
    non voglio/desidero/vorrei/intendo/vogliamo
    piu/ricevere/piu_ricevere/essere/essere_piu/avere_piu/messaggi/sms/pubblicita/i_vostri/vostri/questi/altri/altri_messaggi
    messaggi/sms/ricevere/contattato/contattata/disturbato/disturbata/vostri/i_vostri/pubblicita/vostre/nessun/nulla/niente,
    non voglio/desidero/vorrei
    ricevere/piu_ricevere/messaggi/sms/pubblicita/i_vostri/piu_messaggi/piu_sms/questi_messaggi,
    basta/stop/smettete/smettetela/smettila/smetti/smetta/finitela/finiamola/piantatela
    con_i/con_gli/con_questi/di/messaggi/sms/mandare/inviare/scrivermi/mandarmi/inviarmi
    messaggi/sms/mandare/mandarmi/inviare/inviarmi/scrivere/scrivermi/disturbare/disturbarmi/contattarmi, basta
    messaggi/sms, smettete di, smettetela, smettila di, smetta di, fermate i messaggi, basta con i/gli/questi
    messaggi/sms, lasciatemi/lasciami/mi_lasci/mi_lasciate in pace,
    toglietemi/toglimi/rimuovetemi/rimuovimi/eliminatemi/eliminami/bloccatemi/cancellatemi/disiscrivetemi,
    togliete/togli/togliere/rimuovete/rimuovi/rimuovere/cancellate/cancella/cancellare/eliminate/elimina/eliminare/bloccate
    il/questo/i mio/numero/miei/mio_numero, cancellate il mio numero, rimuovermi dalla/dalle,
    annullare/cancellare/disdire/voglio_annullare la/liscrizione/il/mia iscrizione/abbonamento/servizio,
    voglio/vorrei disiscrivermi/cancellarmi/essere_cancellato/essere_cancellata/essere_rimosso, revoco/ritiro il/mio
    consenso, revoco il mio consenso, nessun messaggio piu, niente piu sms/messaggi, mai piu messaggi,
    levatemi/levami/toglietemi/escludetemi/escludimi dalla/dalle/da, non mandate/mandi mi, non
    scrivete/scriva/mandate/inviate piu/mai, basta scrivermi/mandarmi/inviarmi/scrivere/mandare,
    smettetela/finitela/piantatela con/di, basta con, non acconsento/autorizzo/accetto piu
    a_ricevere/di_ricevere/messaggi/sms/i_vostri_messaggi/i_vostri_sms/linvio, non acconsento a ricevere`,
  doubtful: `dalla/dalle vostra/vostre/vostri lista/liste/contatti, dalla lista contatti/messaggi, non mi interessa,
    non mi interessano, non sono/siamo interessato/interessata/interessati, non interessato/interessata,
    numero/persona sbagliato/sbagliata, ha sbagliato numero, avete sbagliato numero, chi vi ha dato il mio numero,
    come/dove avete avuto/preso/trovato il mio numero, avete rotto, mi avete stufato, stufo di, stufa di, molestie,
    vi denuncio, denuncio, vi segnalo, bloccato, vi blocco, ti blocco, truffa, garante, vaffanculo, adesso/ora
    basta, andate a quel paese`,
  harmless: `alla fine, fine settimana, fine mese, fine del, la fine, in fine, fine della, ferma alla, basta che,
    basta venire, basta un, basta una, bloccato in, bloccato nel, strada bloccata, sono bloccato, non mi mandate
    via, smettete di piovere, smetti di piangere, dalla lista degli invitati/dei_regali, non mi
    mandare/mandate/mandi/scrivere/scrivete lindirizzo/la_data/lorario/il_menu`,
  confirmed: 'non ricevera/riceverai piu, e/sei stato cancellato/rimosso/disiscritto',
  automatic: `risposta/messaggio automatica/automatico, non rispondere/rispondete a questo, grazie per
    il/averci/averti messaggio/contattato, la contatteremo`,
  help: 'aiuto',
  polite: `per favore, per piacere, grazie, ciao, adesso, subito, ora, buongiorno, salve, prego, cortesemente, si,
    saluti`,
  object: 'i messaggi, messaggi, gli, sms, questi, vostri, il, numero, mio, voglio, la, lista',
  unwilling: `non
    voglio/desidero/vorrei/gradisco/autorizzo/ho_chiesto/ho_richiesto/ho_autorizzato/mi_servono/vogliamo, stufo,
    stufa, stanco di, stanca di, basta con, mai chiesto, non, mai, nessun, nessuna, senza`,
  traffic: `messaggi, messaggio, sms, ricevere, ricevo, pubblicita, promozioni, notifiche, contattato, contattata,
    disturbato, disturbata, spam, comunicazioni`,
  removal: `cancella, cancellate, cancellare, cancellarmi, elimina, eliminate, eliminare, rimuovere, rimuovete,
    rimuovi, togliere, togliete, togli, levate, leva, levatemi, escludete, escludetemi, disattivate`,
  removed: `numero, lista, liste, dati, contatto, contatti, rubrica, elenco, archivio, abbonamento, iscrizione`,
  received: `ricevuto, arrivato, arrivati, visto, letto, grazie, ancora, scusa, scusate, problema, avevo, capito, ho`,
};
