import type { Vocabulary } from './meaning.ts';

export const portuguese: Vocabulary = {
  keyword: `descadastrar, descadastre, descadastro, descadastrem, desinscrever, desinscreva, cancelar
    inscricao/cadastro/envio/mensagens/assinatura/subscricao, parar mensagens/envio/de_receber, parem, remover
    cadastro`,
  bare: `sem mensagens/sms/propaganda/spam, nada de mensagens/sms/propaganda, chega de
    mensagens/mensagem/sms/propaganda, nao mais mensagens`,
  alone: `pare, sair, remover, cancelar, encerrar, apagar, excluir, fim, chega, pode parar, cancelem, cancele,
    cancela, remove ai, remova ai`,
  curt: `recuso, recusar, bloquear, eliminar, retirar, jamais, nao quero, nao quero isso, nao preciso, nao perturbe,
    nao incomodar`,
  phrase: `nao me/nos
    envie/enviem/mande/mandem/escreva/escrevam/contacte/contactem/contate/contatem/incomode/incomodem/perturbe/perturbem/enviar/mandar/mandes/envies/chateiem/chateie,
    nao envie/enviem/mande/mandem/enviar/mandar/enviem_mais/mande_mais mais/mensagens/sms/nada/mensagem, nao
    quero/desejo/gostaria/queremos/preciso
    mais/receber/de_receber/mais_receber/mensagens/mensagem/sms/ser_contactado/ser_contatado/ser_contactada/ser_contatada/suas/essas/estas/que_me/propaganda/publicidade/mais_mensagens/mais_isso,
    parem/pare/para/parar de
    enviar/mandar/me/escrever/incomodar/enviar_me/mandar_mensagem/mandar_mensagens/me_mandar/me_enviar, parem
    com/pare_com isso/as/as_mensagens/essas, me
    remova/removam/remove/tire/tirem/tira/exclua/excluam/exclui/retire/retirem/descadastre/descadastrem/bloqueie/bloqueiem/apague/deixe_em/deixem_em/deixa_em/desinscreva/elimine/delete,
    removam/remova/retirem/retire/eliminem/elimine/apaguem/apague/tirem/tire me, me tire da lista,
    deixem/deixe/deixa me em_paz,
    tire/tirem/tira/remova/removam/remove/retire/retirem/apague/apaguem/exclua/excluam/delete/elimine/eliminem/bloqueie
    meu/o_meu/este/esse/nosso numero/contato/contacto/telefone/nome, cancelar/cancele/cancelem
    minha/a_minha/meu/o_meu inscricao/cadastro/assinatura/subscricao, quero sair da/dessa/desta lista,
    quero/desejo/gostaria_de
    cancelar/me_descadastrar/ser_removido/ser_removida/sair_da_lista/cancelar_o_recebimento, retiro/revogo meu/o_meu
    consentimento/autorizacao, nunca mais me/mande/envie, nao autorizo/consinto/aceito mais
    mensagens/sms/receber/em_receber/o_envio/contato/que_me, nao consinto receber/em_receber`,
  doubtful: `nao tenho interesse, nao me interessa, sem interesse, nao/nao_estou/nao_mais interessado/interessada,
    numero errado, pessoa errada, e engano, foi engano, por engano, quem deu/passou/te_deu/vos_deu meu/o_meu numero,
    como/onde conseguiram/conseguiu/arranjaram/obtiveram meu/o_meu numero, procon, lgpd, processar, denunciar,
    denuncia, bloqueado, bloqueada, vou bloquear, golpe, burla, ja chega, vai se foder, vao se foder, que saco,
    da/desta/dessa sua/vossa/lista lista/de_contatos/de_mensagens, nao perturbe, nao incomode, estou farto, estou
    farta`,
  harmless: `fim de semana, fim de, fim do, fim da, no fim, ao fim, por fim, enfim, sair de, sair com, pare com isso
    amigo, rua bloqueada, transito bloqueado, para mim, para o, da lista de convidados/presentes/compras, nao me
    mande flores, nao me envie flores, nao me mande/mandes/envie/envies/mandem/enviem
    o_endereco/a_morada/a_data/a_hora/o_menu`,
  confirmed: 'nao recebera mais, voce foi removido/descadastrado/removida/descadastrada',
  automatic: `resposta/mensagem automatica, nao responda/responder a esta/essa, obrigado/obrigada/agradecemos
    pela/por/pelo/o mensagem/sua/contato/contacto/seu, em breve retornaremos`,
  help: 'ajuda',
  polite: `obrigado, obrigada, ola, agora, por favor, pf, pfv, favor, ja, imediatamente, bom dia, boa tarde, sim,
    grato, grata, por gentileza, oi`,
  object: 'mensagens, mensagem, as, de, do, da, numero, meu, o, lista, essas, estas, quero, sms',
  unwilling: `nao/nunca/jamais quero/desejo/gostaria/queremos/preciso/autorizo/autorizei/pedi/solicitei/aceito,
    farto de, farta de, cansado de, cansada de, chega de, nao, nunca, sem, jamais`,
  traffic: `mensagens, mensagem, sms, receber, recebendo, propaganda, publicidade, notificacoes, promocoes,
    contactado, contatado, contato, spam, torpedos`,
  removal: `exclui, exclua, excluam, excluir, remova, removam, remove, remover, retire, retirem, retirar, tire,
    tirem, tira, tirar, apague, apaguem, apagar, delete, deletem, deleta, elimine, eliminem, eliminar, cancele,
    cancelem, cancelar`,
  removed: `numero, lista, dados, contato, contacto, telefone, cadastro, base, sistema, assinatura`,
  received: `recebi, recebido, chegou, chegaram, vi, li, obrigado, obrigada, ainda, desculpa, desculpe, problema,
    entendi, tinha, tenho`,
};
