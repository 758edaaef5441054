import type { Vocabulary } from './meaning.ts';

export const french: Vocabulary = {
  keyword: `arret, arreter, arretez, arrete, desabo, desabonner, desabonnement, desabonnez, desabonne, desinscrire,
    desinscription, desinscrivez, desinscrit, resilier, resiliation, stop pub, stop publicite, stop sms, stoppez,
    stopper, pubstop, stoppub`,
  bare: `pas/plus de sms/message/messages/texto/textos/pub/publicite/pubs/spam/demarchage/notifications, zero
    sms/pub`,
  alone: `annuler, fini, finir, supprimer, effacer, retirer, terminer, ca suffit, cessez, veuillez cesser, veuillez
    arreter, cessez svp, cesser, ret`,
  curt: `refuser, je refuse, bloquer, quitter, sortir, refus, jamais, je ne veux pas, je veux pas, jen veux pas, je
    nen veux pas, ne pas deranger, non desire, non interesse, non interessee`,
  phrase: `ne/de_ne_plus menvoyez/menvoie/menvoyer/mecrivez/mecris/mecrire plus/pas/rien, ne me/nous
    contactez/contacte/contacter/derangez/derange/textez/texte/ecrivez/envoyez/spammez/relancez/sollicitez
    plus/pas/rien, ne plus me/nous menvoyer/mecrire/contacter/deranger/envoyer/recevoir/solliciter/relancer/ecrire,
    ne plus/pas menvoyer/mecrire/recevoir/envoyer/mappeler, ne pas me contacter/deranger/solliciter,
    menvoyez/mecrivez/menvoie plus, nenvoyez/nenvoie/nenvoyer plus/pas/rien, merci de ne plus
    menvoyer/mecrire/me_contacter/envoyer/recevoir, ne/je/ne_pas/je_ne/on_ne
    veux/veut/voulons/souhaite/desire/souhaitons/voudrais/veu plus/pas/rien
    recevoir/etre_contacte/etre_contactee/etre_sollicite/etre_derange/de_sms/de_messages/de_vos/de_ces/de_textos/de_pub/vos/ces/avoir_de/avoir_vos,
    veux/veut/souhaite plus/pas recevoir/de_sms/de_messages/de_vos/vos_sms, plus/pas etre
    contacte/contactee/sollicite/sollicitee, arretez/arrete/arretes/arreter/cessez/cesser/stoppez/stopper/stop
    de/denvoyer/les/vos/ces/ca/tout/lenvoi/avec_vos/avec_les/le
    menvoyer/mecrire/me/nous/envoyer/sms/messages/textos/envois/spam/harcelement/spams/pub/pubs/publicites/des,
    arretez/arrete/arreter denvoyer, arretez de menvoyer/mecrire/me/nous, arretez les/vos/ces/tout/ca/tous, arrete
    ca, cessez de/tout/vos, stop les/vos/aux sms/messages/textos/pubs, stoppez vos/les/ces/tout,
    me/vous_me/desire_me/souhaite_me/veux_me/de_me/nous desabonner/desinscrire/retirer/supprimer/enlever/effacer
    de_la/de_votre/de_vos/de_cette/svp/merci/liste, me desabonner, me desinscrire,
    desabonnez/desinscrivez/desabonne/desinscris/retirez/supprimez/enlevez/rayez/otez/effacez/retire/supprime/enleve/bloquez/sortez
    moi/nous, retirez/retirer/supprimez/supprimer/enlevez/enlever/effacez/effacer/rayez/bloquez/retire/supprime
    mon/ce/mes numero/nom/contact/coordonnees/donnees/telephone, resilier/annuler/annulez/resiliez/arreter
    mon/labonnement/cet abonnement/inscription, annuler labonnement, laissez/laisse/fichez/foutez/foutre/lachez
    moi/nous tranquille/la_paix, lachez moi, retire/retirer mon consentement, me retirer de, plus aucun sms/message,
    aucun sms, plus jamais de_sms/de_message/me, ne pas/plus deranger/contacter/ecrire/envoyer/solliciter,
    merci/priere darreter/de_ne_plus/de_ne_pas/darreter_de, vous membetez, retirer/retirez/supprimer/effacer mes
    coordonnees, veuillez cesser/arreter/me_retirer/me_desinscrire/me_desabonner/ne_plus/supprimer, priere de
    ne_plus/cesser, ne consens plus, naccepte plus de_recevoir/de_sms/les_sms/vos_messages/vos_sms, nautorise plus
    lenvoi/vos_sms/vos_messages/les_sms, retrait de mon_consentement`,
  doubtful: `encore un sms/message/texto et, de votre/vos/la liste/listes/fichier/fichiers/base/mailing, mauvais numero, erreur de numero, trompez
    de numero, trompe de numero, pas/plus interesse/interessee/interesses, ne minteresse pas/plus, minteresse pas,
    qui vous a donne mon numero, comment/ou avez_vous/vous_avez/avez eu/trouve mon numero, ca suffit, jen ai marre,
    ras le bol, harcelement, plainte, signaler, signale, bloctel, cnil, rgpd, arnaque, je vous bloque, bloque,
    degagez, degage, foutez le camp, casse toi, va te faire, sans interet, enlevez mon nom, darreter, embetez,
    derangez, non interesse/interessee`,
  harmless: `arret de bus, arret du bus, arret de tram, arret de metro, arret maladie, arret cardiaque, sans arret,
    prochain arret, larret, mandat darret, un arret, fin de, a la fin, la fin, en fin, enfin, fin du, fin des,
    plus/pas de message/messages dans/sur, pas de message de/pour_moi, pas/plus de pub dans, bloque dans, bloque a,
    bloque sur, suis bloque, est bloque, arrete pas, arreter de fumer, arrete de fumer, arrete de pleuvoir, arrete
    de neiger, arrete de pleurer, arrete le, arrete de travailler, mon arret, annuler la, de votre liste de
    mariage/courses/cadeaux, retirer mon nom de la liste des invites, quel arret, a quel arret, pas
    interesse/interessee par le/la/les
    lundi/mardi/mercredi/jeudi/vendredi/samedi/dimanche/matin/soir/matinee/soiree/creneau, ne menvoyez/menvoie pas
    ladresse/la_date/lheure/le_menu/le_plan/la_photo, aucun sms/message/texto recu`,
  confirmed: `ne recevrez/recevras plus, etes/avez_ete/es/as_ete/bien_ete desabonne/desinscrit/desabonnee, votre
    desinscription/desabonnement`,
  automatic: `reponse/message/sms automatique, ne pas repondre a, de ne pas repondre, bien recu votre message, merci
    pour/de votre/nous message/avoir`,
  help: 'aide',
  polite: `svp, sil vous plait, sil te plait, stp, merci, bonjour, bonsoir, salut, maintenant, immediatement, tout
    de suite, cordialement, oui, monsieur, madame, beaucoup, de, moi`,
  object: 'les, le, des, messages, vos, ces, aux, au, textos, abonnement, je, veux, la, liste, envois',
  unwilling: `ne veux plus/pas, ne souhaite plus/pas, ne desire plus/pas, veux plus/pas, souhaite plus/pas, nai pas
    demande, jamais demande, ne voulons plus/pas, ne supporte plus, marre de, assez de, besoin daucun, refuse de,
    refuse, pas, ne, plus, jamais, sans, aucun, aucune`,
  traffic: `sms, message, messages, texto, textos, recevoir, pub, pubs, publicite, publicites, notifications, spam,
    spams, contacte, contactee, sollicite, sollicitations, demarchage, mailing`,
  removal: `retirer, retirez, retire, supprimer, supprimez, supprime, enlever, enlevez, enleve, effacer, effacez,
    efface, rayer, rayez, oter, otez, exclure, excluez, desinscrire, annuler, annulez, sortir, sortez, suppression,
    effacement, retrait, radiation`,
  removed: `numero, liste, listes, coordonnees, fichier, fichiers, donnees, contacts, base, abonnement, messages,
    envois`,
  received: `recu, recois, vu, lu, merci, encore, arrive, eu, desole, probleme, souci, compris, attends, dans, pour`,
};
