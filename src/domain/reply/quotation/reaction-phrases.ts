import { readableWords } from '../words/opt-out-words.ts';

/** What phones write for a reaction, by research; `*`: the quoted text. Emoji, case and accents are not compared. */
const sentences = `liked *, loved *, disliked *, laughed at *, emphasized *, emphasised *, questioned *, reacted to
    *, reacted with to *, reacted with a sticker to *, removed from *, removed a like from *, removed a heart from
    *, removed a love from *, removed a dislike from *, removed a laugh from *, removed an exclamation from *,
    removed an exclamation point from *, removed an exclamation mark from *, removed a question mark from *, removed
    a reaction from *, removed a sticker from *, removed a from *, removed the reaction from *, a aime *, a adore *,
    na pas aime *, a ri de *, a ri a *, a rigole a *, a mis en evidence *, a souligne *, a accentue *, a insiste sur
    *, sest interroge sur *, sest interrogee sur *, sest interroge e sur *, a pose une question sur *, a questionne
    *, a mis en doute *, a reagi a *, a reagi avec a *, a reagi par a *, a reagi avec un autocollant a *, a ajoute
    un jaime a *, a ajoute un jadore a *, a ajoute un je naime pas a *, a ajoute un rire a *, a ajoute un coeur a *,
    a ajoute des points dexclamation a *, a ajoute un point dexclamation a *, a ajoute un point dinterrogation a *,
    a attribue la mention jaime a *, a attribue la mention adore a *, a attribue la mention jadore a *, a attribue
    la mention je naime pas a *, a attribue la mention haha a *, a attribue la mention a *, a retire son jaime de *,
    a retire son jadore de *, a retire son je naime pas de *, a retire son rire de *, a retire ses points
    dexclamation de *, a retire son point dinterrogation de *, a retire un jaime de *, a retire un coeur de *, a
    retire un rire de *, a retire de *, a retire la reaction a *, a retire la reaction de *, a supprime de *, le ha
    gustado *, le ha encantado *, no le ha gustado *, se ha reido de *, ha destacado *, ha enfatizado *, ha
    cuestionado *, le gusta *, le encanta *, no le gusta *, le hace gracia *, le sorprende *, duda sobre *, ya no le
    gusta *, ya no le encanta *, ya no le disgusta *, ya no le hace gracia *, ya no le sorprende *, ya no duda sobre
    *, le gusto *, le encanto *, no le gusto *, le disgusto *, le dio risa *, se rio de *, exclamo por *, dudo sobre
    *, enfatizo *, destaco *, cuestiono *, reacciono con a *, reacciono a *, ha reaccionado con a *, ha reaccionado
    a *, se ha reaccionado con a *, ha eliminado de *, elimino de *, quito de *, elimino un me gusta de *, elimino
    un corazon de *, ha indicado que le gusta *, ha dado me gusta a *, ha puesto un corazon a *, ha puesto me gusta
    a *, marco como me gusta *, hat * mit gefallt mir markiert, hat * mit gefallt mir nicht markiert, hat * mit
    einem herz markiert, hat * geliked, hat * geliebt, hat uber * gelacht, hat * hervorgehoben, hat * betont, hat *
    hinterfragt, hat mit auf * reagiert, hat auf * reagiert, hat auf * mit reagiert, gefallt *, gefallt nicht *, *
    gefallt mir, * gefallt mir nicht, * ein herz hinzugefugt, * ein lachen hinzugefugt, * ein ausrufezeichen
    hinzugefugt, * ein fragezeichen hinzugefugt, * ein gefallt mir hinzugefugt, * mit reagiert, * mit gefallt mir
    markiert, mit auf * reagiert, herz von * entfernt, lachen von * entfernt, ausrufezeichen von * entfernt,
    fragezeichen von * entfernt, gefallt mir von * entfernt, gefallt mir nicht von * entfernt, aus * entfernt, von *
    entfernt, hat von * entfernt, reaktion von * entfernt, mag *, liebt *, mochte *, liebte *, lachte uber *, ha
    messo mi piace a *, ha messo un cuore a *, ha aggiunto mi piace a *, ha aggiunto non mi piace a *, ha aggiunto
    un cuoricino a *, ha aggiunto i punti esclamativi a *, ha aggiunto il punto interrogativo a *, ha aggiunto un
    cuore a *, trova divertente *, non trova piu divertente *, ha rimosso mi piace da *, ha rimosso non mi piace da
    *, ha rimosso il cuoricino da *, ha rimosso i punti esclamativi da *, ha rimosso il punto interrogativo da *, ha
    rimosso da *, ha reagito con a *, ha reagito a *, ha riso a *, ha riso di *, ha enfatizzato *, ha evidenziato *,
    ha messo in dubbio *, gli piace *, le piace *, ha apprezzato *, ha amato *, non ha apprezzato *, gostou de *,
    adorou *, amou *, nao gostou de *, riu de *, riu se de *, riu com *, enfatizou *, destacou *, questionou *, deu
    enfase a *, reagiu com a *, reagiu a *, removeu de *, removeu um gosto de *, removeu um coracao de *, removeu
    uma curtida de *, curtiu *, colocou um gosto em *, gosta de *, adora *, ama *, achou graca a *, achou graca em
    *, descurtiu *, vond * leuk, vond * niet leuk, vond * geweldig, gaf een hartje aan *, verwijderde een hartje van
    *, verwijderde een duim omhoog van *, verwijderde een duim omlaag van *, lachte om *, verwijderde een lach van
    *, benadrukte *, verwijderde een uitroepteken van *, zette een vraagteken bij *, verwijderde een vraagteken van
    *, reageerde met op *, reageerde op *, verwijderde uit *, verwijderde van *, heeft * leuk gevonden, vindt *
    leuk, vindt * niet leuk, heeft met op * gereageerd, gillade *, alskade *, ogillade *, gav ett hjarta till *,
    skrattade at *, betonade *, satte ett fragetecken pa *, ifragasatte *, tog bort ett hjarta fran *, tog bort ett
    gillande fran *, tog bort ett ogillande fran *, tog bort ett skratt fran *, tog bort utropstecken fran *, tog
    bort ett fragetecken fran *, tog bort fran *, reagerade med pa *, reagerade pa *, likte *, elsket *, mislikte *,
    lo av *, satte et hjerte ved *, satte utropstegn ved *, satte sporsmalstegn ved *, fjernet et hjerte fra *,
    liker ikke lenger *, misliker ikke lenger *, fjernet latter fra *, fjernet et utropstegn fra *, fjernet et
    sporsmalstegn fra *, fjernet fra *, fjernet for *, reagerte med pa *, reagerte pa *, la til for *, syntes om *,
    syntes ikke om *, elskede *, grinede af *, fojede et hjerte til *, fojede udrabstegn til *, fojede et
    sporgsmalstegn til *, fjernede et hjerte fra *, fjernede et synes om fra *, fjernede et synes ikke om fra *,
    fjernede et grin fra *, fjernede et udrabstegn fra *, fjernede et sporgsmalstegn fra *, fjernede fra *,
    reagerede med pa *, reagerede pa *, tykkasi *, rakasti *, ei tykannyt *, nauroi *, korosti *, kyseenalaisti *,
    reagoi *, polubil *, polubila *, polubiono *, lubi *, pokochal *, pokochala *, nie lubi *, nie polubil *, nie
    polubila *, rozesmial sie z *, rozbawilo go *, podkreslil *, podkreslila *, zakwestionowal *, zakwestionowala *,
    zareagowano na *, zareagowal na *, zareagowala na *, zareagowal a na *, reakcja na *, usunieto z *, usunal z *,
    usunela z *, usunal reakcje z *, dodano serce do *, libi se mu *, libi se ji *, libi se *, nelibi se *,
    zareagoval na *, zareagovala na *, tetszik neki *, nem tetszik neki *, kedveli *, ii place *, i a placut *, a
    reactionat la *, a reactionat cu la *, a iubit *, a ras la *, * mesajini begendi, * begendi, * mesajina tepki
    verdi, * iletisini begendi, * mesajini cok sevdi, * mesajina guldu, понравилось *, не понравилось *, нравится *,
    не нравится *, рассмешило *, смеется над *, выделено *, подчеркнуто *, вопрос к *, отреагировал на *,
    отреагировала на *, отреагировал а на *, реакция на *, реакция удалена с *, сподобалось *, не сподобалось *,
    подобається *, реакція на *, του αρεσε *, της αρεσε *, αρεσε *, αγαπησε *, γελασε με *, αντεδρασε σε *, menyukai
    *, menyukai pesan *, menyayangi *, tertawa pada *, bereaksi terhadap *, da thich *, da yeu thich *, da bay to
    cam xuc voi *, ถูกใจ *, أعجبه *, أعجبها *, أعجبني *, أحب *, تفاعل مع *, אהב את *, אהבה את *, הגיב על *, הגיבה על
    *, * にいいねしました, * に いいね しました, * にでリアクションしました, * に でリアクションしました, * にリアクションしました, * を気に入りました, * を気に入っています, * が好きです, *
    にハートを付けました, * にハートをつけました, * に大笑いしました, * に笑いました, * を強調しました, * に疑問を示しました, * をよくないと評価しました, * からを削除しました, * から
    を削除しました, いいね *, * 에 좋아요를 표시함, * 에 좋아요를 표시했습니다, * 에 좋아요 표시함, * 을 좋아합니다, * 를 좋아합니다, * 에 하트를 표시함, * 에 하트 표시함, * 에
    표시함, * 에 로 반응함, * 에 으로 반응함, * 에 반응을 남겼습니다, * 에 반응했습니다, * 에 웃음을 표시함, * 에서 표시 제거함, * 에서 좋아요 표시 제거함, 赞了 *, 点赞了 *,
    喜欢 *, 喜欢了 *, 喜爱 *, 不喜欢 *, 大笑 *, 笑了 *, 强调了 *, 强调 *, 质疑了 *, 质疑 *, 对 表示喜欢 *, 对 * 做出了回应, 对 * 作出了回应, 对 * 表示喜欢, 对 *
    表示赞, 用 回应了 *, 觉得 * 很赞, 移除了 对 * 的回应, 已喜欢 *, 說 * 讚, 按讚 *, 喜歡 *, 不喜歡 *, 對 * 表示讚, 對 * 按讚, 對 * 做出回應, 強調 *, 強調了 *, 質疑
    *`;

/** Reactions to what cannot be quoted: a verb, then what was sent. */
const verbs = `liked, loved, disliked, laughed at, emphasized, emphasised, questioned, reacted to, reacted with to,
    removed from, removed a like from, removed a heart from, removed a dislike from, removed a laugh from, removed
    an exclamation from, removed a question mark from, a aime, a adore, na pas aime, a ri de, a mis en evidence, a
    souligne, a reagi a, a reagi avec a, sest interroge sur, le ha gustado, le ha encantado, no le ha gustado, le
    gusta, le encanta, no le gusta, le gusto, le encanto, le dio risa, exclamo por, reacciono con a, ha reaccionado
    con a, se ha reaccionado con a, gefallt, gefallt nicht, ha aggiunto mi piace a, ha messo mi piace a, ha aggiunto
    un cuoricino a, ha reagito con a, trova divertente, gostou de, adorou, amou, curtiu, reagiu com a, riu de, gaf
    een hartje aan, lachte om, benadrukte, reageerde met op, gillade, alskade, skrattade at, reagerade med pa,
    likte, elsket, reagerte med pa, syntes om, elskede, reagerede med pa, polubil, polubila, polubiono, zareagowal
    na, понравилось`;
const objects = `an image, a photo, a picture, a video, a movie, an audio message, a voice message, a recording, a
    sticker, a gif, a link, a file, an attachment, a contact, a location, a message, an animation, une image, une
    photo, une video, un message audio, une piece jointe, un film, una imagen, una foto, un video, un mensaje de
    audio, un archivo, un archivo adjunto, una pelicula, ein bild, ein foto, ein video, eine audionachricht, einen
    anhang, un immagine, unimmagine, un filmato, un allegato, un messaggio audio, uma imagem, uma foto, um video, um
    anexo, uma mensagem de audio, een afbeelding, een foto, een video, een bijlage, en bild, ett foto, en video, et
    bilde, et billede, en film, obraz, zdjecie, film, zalacznik, изображение, фото, видео`;
const wholeSentences = `hat ein bild mit gefallt mir markiert, hat ein foto mit gefallt mir markiert, hat ein video
    mit gefallt mir markiert, einem bild ein herz hinzugefugt, hat mit auf ein bild reagiert, hat mit auf ein foto
    reagiert, vond een afbeelding leuk, vond een foto leuk, vond een video leuk, heeft een afbeelding leuk gevonden,
    写真にいいねしました, 画像にいいねしました, 画像を気に入りました, 이미지에 좋아요를 표시함, 사진에 좋아요를 표시함, 赞了一张图片, 喜欢一张图片, 赞了一张照片`;

const inWords = (list: string): string[] => list.split(',').map((phrase) => readableWords(phrase).join(' '));
const known = new Map<string, string[]>();
for (const sentence of sentences.split(',')) {
  const [before = '', after = ''] = sentence.split('*').map((part) => readableWords(part).join(' '));
  known.set(before, [...(known.get(before) ?? []), after]);
}
const knownVerbs = new Set(inWords(verbs));
const knownObjects = new Set(inWords(objects));
const knownWhole = new Set(inWords(wholeSentences));

/** The words that may follow the quoted text if these words stand before it; undefined when no phone writes so. */
export function endingsOfReaction(before: string): readonly string[] | undefined {
  return known.get(before);
}

/** "Liked an image", "👍 to a photo": a reaction that quotes nothing. */
export function isReactionToMedia(text: string): boolean {
  const words = readableWords(text);
  if (words.length === 0 || words.length > 10 || /[?？!]/.test(text)) return false;
  if (knownWhole.has(words.join(' '))) return true;
  const isGoogles = (verb: string) => verb.length <= 4 && /^\s*\p{Extended_Pictographic}/u.test(text);
  return words.some((_, at) => {
    const verb = words.slice(0, at).join(' ');
    return at > 0 && knownObjects.has(words.slice(at).join(' ')) && (knownVerbs.has(verb) || isGoogles(verb));
  });
}
