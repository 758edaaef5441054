import type { Vocabulary } from './meaning.ts';

export const spanish: Vocabulary = {
  keyword: `dar de baja, darse de baja, cancelar suscripcion/subscripcion/mensajes/sms, desuscribir, desuscribirme,
    desinscribir, desinscribirme, desuscribanme, desuscribeme, desinscribanme, desinscribeme, anular suscripcion,
    paren, detengan, parenle, ya parenle, detenganse`,
  bare: `sin mensajes/sms/publicidad/textos/spam, nada de mensajes/sms/textos/publicidad, no
    mensajes/publicidad/textos, no mas textos/publicidad/spam`,
  alone: `no mas, alto, parar, baja, basta, cancelar, anular, salir, detener, detente, remuevanme, remueveme, para
    ya, ya no, ya no mas, borrar, eliminar, terminar, finalizar, pare, fin`,
  curt: `para, ya basta, jamas, nunca mas, rechazo, rechazar, bloquear, fuera, quitar, no quiero, no deseo, no
    molestar, no lo quiero, no quiero esto, no me sirve`,
  phrase: `no_me/ya_no_me/nunca_me/que_no_me/no_nos/por_favor_no_me
    envien/envie/envies/manden/mande/mandes/escriban/escriba/escribas/contacten/contacte/contactes/molesten/moleste/molestes/texteen/textees/notifiquen/vuelvan_a/vuelva_a/vuelvas_a,
    no/ya_no envien/manden/escriban/molesten/enviar/mandar/escribir/molestar mas/mensajes/sms/nada, no
    enviarme/mandarme/escribirme/contactarme/molestarme, no mas/quiero_mas/quiero/deseo/deseo_mas/necesito_mas
    mensajes/sms/textos/publicidad/mensajitos, no/ya_no quiero/deseo
    sus/estos/tus/esos/recibir/que_me/seguir_recibiendo, ya no deseo, dejen/deje/deja/paren/pare/basta de
    enviar/enviarme/mandar/mandarme/escribir/escribirme/molestar/molestarme/contactarme/mandarnos/mensajes, dejar de
    recibir/enviar/mandar, dejen de estar, basta de/con mensajes/sms,
    darme/denme/dame/deme/darnos/dennos/doy/quiero_la/solicito_la/solicito/pido_la de_baja/baja,
    quiero/deseo/solicito/favor_de darme/dar_de de/baja, dar de baja mi/este/el, den de baja,
    borrenme/eliminenme/quitenme/saquenme/quitame/quiteme/sacame/saqueme/borrame/borreme/eliminame/elimineme/bloqueenme/bloqueame,
    borren/borre/borra/eliminen/elimine/elimina/eliminar/borrar/quiten/quite/quita/quitar/saquen mi/este
    numero/telefono/contacto, cancelar/cancelen/cancela/cancele/anular/anulen mi/la suscripcion/subscripcion,
    dejenme/dejeme/dejame en/tranquilo/tranquila en_paz/paz/tranquilo/tranquila, dejenme en paz, dejame en paz,
    dejeme en paz, retiro/revoco/retirar/revocar mi/el consentimiento, no autorizo, quiero salir de la/esta/su
    lista, no molestar mas, remuevanme/remueveme/remuevan/borrame/sacarme/quitarme de/mi/por, no
    mandes/mande/manden/envies/envie mas, favor/por_favor de_quitar/quitar/de_no_enviar/no_enviar/no_mandar
    mi/mas/mensajes, no_me/ya_no_me sigan/siga/sigas mandando/enviando/escribiendo/molestando, que dejen de, que
    me/nos borren/eliminen/quiten/saquen, borrenme de, quiero/quisiera
    que_me_borren/que_me_quiten/que_me_eliminen/salir_de_esta_lista, no recibir mas
    mensajes/sms/textos/publicidad/notificaciones, no recibir mensajes/sms/textos, ya_no/no consiento
    recibir/mensajes/que_me, ya_no acepto/autorizo
    recibir_mensajes/recibir_sms/mensajes/sms/que_me_escriban/que_me_envien/sus_mensajes, tachenme, tacheme, tachame`,
  doubtful: `voy a demandar/demandarlos, los demando, un mensaje mas y, de su/tu/esta/la lista, numero equivocado, persona equivocada, se_equivoco/se_equivocaron/equivocado de
    numero, no me interesa, no me interesan, no interesado/interesada, no estoy interesado/interesada, no tengo
    interes, ya no me interesa, quien les/le/te dio mi numero, de_donde/como sacaron/consiguieron/obtuvieron/tienen
    mi numero, acoso, denuncia, denunciar, bloqueado, bloqueada, los bloqueo, te bloqueo, estafa, vete a la, vayanse
    a, dejenme, no molesten, no molestes, quitar de la lista`,
  harmless: `alto ahi, fin de semana, fin de, al fin, por fin, en fin, la fin, el fin, sin fin, sin parar, no me
    envien flores, baja california, planta baja, temporada baja, denuncia la, dar de baja la luz, de su lista de,
    no_me/ya_no_me mandes/mande/manden/envies/envie/envien/escribas
    la_direccion/tu_direccion/su_direccion/la_ubicacion/la_fecha/la_hora/el_menu/el_enlace/la_foto`,
  confirmed: 'no recibira/recibiras mas, ha/has sido dado de baja, se ha dado de baja',
  automatic: `respuesta/mensaje automatico/automatica, respuesta automatica, mensaje automatico, contestador
    automatico, no responda/responder/responde a este, gracias por su/tu/contactar/contactarnos/comunicarse, gracias
    por su/tu mensaje, en breve le/te`,
  help: 'ayuda',
  polite: `por favor, porfavor, porfa, favor, gracias, hola, ya, ahora, inmediatamente, buenas, buenos dias, buenas
    tardes, de una vez, si`,
  object: 'mensajes, mensaje, los, de, numero, mi, textos, lista, la, el, quiero, sus',
  unwilling: `no/ya_no/nunca quiero/deseo/necesito/autorizo/pedi/solicite/acepto, no me gustan, no me interesan,
    harto de, harta de, cansado de, cansada de, no me, no nos, no los, no las, no mas, no estoy, no deben, no
    tienen, no acepto, no vuelvan, no sigan, nunca, ya no`,
  traffic: `mensajes, mensaje, sms, textos, recibir, recibiendo, publicidad, propaganda, notificaciones,
    promociones, contacten, contactado, contactada, escriban, envien, manden, mensajito, mensajitos, mandando,
    escribiendo`,
  removal: `borrar, borren, borre, borra, eliminar, eliminen, elimine, elimina, quitar, quiten, quite, quita,
    quitarme, remover, remuevan, remueva, sacar, saquen, saque, saca, excluir, excluyan, cancelen, cancelar,
    cancela, retirar, retiren, suprimir`,
  removed: `numero, lista, datos, telefono, contacto, contactos, suscripcion, mensajes`,
  received: `recibi, recibido, llego, llegaron, llegado, vi, visto, tengo, gracias, aviso, disculpa, perdon,
    todavia, aun, veo`,
};
