"""Dutch words that look like a word of the grammar with a typing error, and are none.

A test holds this list against a Dutch dictionary and names what is missing.
"""

from __future__ import annotations


ECHTE_WOORDEN: frozenset[str] = frozenset(
    """
    aangedraafd aangedraaid aangejaagd aangeklaagd aangeraasd aangevraagde achtten achttiende afgeperkt
    afgeperkte afgevraagd afgeweekt afgeweekte afgewenkt afgewenkte afgezwenkt allel allen aller augustusje
    bannen begijn begil beging begint begonne begont behaag behaagd behaagde behaagden behaagt behaar behaard
    behaarden behaart behagen behalend beharen bemaal bemaald bemaalden bemaalt bemalen bemin bepaal bepaalden
    bepaalt berin betaal betaalden betonnen bezin bezon bezonnen bijbetaald bijeengehaald bijeenhaal bijeenhalen
    bijgehaalde bijgenaamd bijhaalden bijhaalt bijhalend bijhalende binden binken binnenbaan binnenbaden
    binnenbanen binnendoet binnendorp binnendroeg binnenduin binnenduwen binnengaan binnengaat binnengegaan
    binnengehaalde binnengehold binnengeraak binnengewaaid binnenhaalde binnenhaalden binnenhaalt binnenhalend
    binnenhalende binnenhaven binnenhavens binnenhoek binnenholden binnenhollen binnenhoven binnenkoer
    binnenkome binnenkomen binnenlaag binnenlaat binnenlagen binnenlaten binnenlopen binnenmaat binnenmaten
    binnenpaden binnenroep binnenschaal binnenschalen binnenvaar binnenvallen binnenvaren binnenzolen binten
    bolus bonds bonnen bonts bruisde bruisden bruist buide buiden buien buigen buigt buiken buikt builde builden
    builen buisje buiske buiten buize buizend buizer bunnen busde busden butst decembers delibereerde
    delibereert delibereren dertigen doodgemaakt doorgebogen doorgegoten doorgehakt doorgekeken doorgekozen
    doorgekropen doorgelopen doorgemaakt doorgemaakte doorgenomen doorgepakt doorgepraat doorgerookt doorgestaan
    doorgewaakt doorgewogen doorgraaft doorslaan doorstaand doorstaande doorstaat doorstaken doorstraal
    drieëentwintig drieëndertigen drieëntwintigst droogstaan ebdeur eenendertigde eenendertigen eenendertigt
    eenentwintigde eenentwintigen eenentwintigt eersten elfendertig ervoor faalden gebald gebist geboeleerd
    gebraakt gebruist gebuid gebuisde gebuit gebukt gebust gebutst gecalleerd gecelebreerd gedebiteerd
    gedecideerd gedecimeerd gedeclineerd gedefileerd gedelegeerd gedenigreerd gedetineerd gedevieerd gedist
    geeist gefaasd gefolieerd gegald gegist gehaagd gehaaid gehaalde gehaard gehaast gehalsd gehand gehard
    geheld gehoereerd gehuisd gehukt gehuld gejukt gekaakt gekald gekalibreerd gekist geklaagd gekraakt gekuist
    gelaagd gelaakt gelald gelekt geleukt gelikt geluisd geluk gelukte gelurkt gelust geluxt gemaal gemald
    gemast gemest gemijt gemikt gemitst gemixt gemouleerd gemuisd genaakt genamen genist genoten geopereerd
    geopereerde gepaft gepakte gepapt gepart gepast gepaukt gepekt gepist geplaagd geplagd geplakt geplukt
    gepokt gepollueerd geprakt geraak geraakte geraapt gerankt gerolleerd gerouleerd geruis geruist gerukt
    gesist geslaafd geslaagde geslaagder geslaagdst geslaakt geslaan geslabd gesmart gesneesd gesoldeerd
    gesolveerd gestaag gestaagd gestaart gestarte gestat gesuisd getaakt getart getordeerd getoupeerd getoverd
    getuist getukt gevist gevlaagd gevlagd gevoileerd gevolg gevolge gevuist gewaakt gewald gewist gewraakt
    gezant gezapt gezwakt geëist gnomen haagde haagden haagt haaide haaiden haait haakde haakden haakt haarde
    haarden haart haatde haatden haatt hagen haken halde halden halel halend hallen halmen halten halven halzen
    hamen hanen haren haten haven hazen helen helpt helst herdoend herdoet herdopen hername hernamen herneemt
    herneme hernemend hernemende hernoem hernoemden hernoemen hernomen heropnemen holen ineenzette ingemetste
    ingeschenen ingeschoven ingeschrevenen ingevet ingevette ingezeepte ingezetene inschijnen inschreven
    inschriften inschrijvend inschrijvende inschrijver inschrijvers inschrijvingen inschroef inschroeft
    inschuiven invet invette invetten inzat inzetje inzettend inzettende inzetter inziet inzit inzitten inzoet
    jagen januarii japen krijt kwijl kwijlt kwijn kwijnt kwijte kwijtgemaakt kwijtgeraak kwijtgespeelde
    kwijtraakt kwijtspeelde kwijtspeelt kwijtspelen kwijtt kwikt kwint lakte lakten lekte lekten leukte leukten
    likte likten lokte lokten lugten luiten lukde lukden lukke lukken lurkte lurkten luste lusten luwte luwten
    luxte luxten marter maser masker mastel mater matter meegesleurde meegestuurd messen mesten mester mieten
    mijten mikte mikten milten minste minsten mirten misde misden misen misje misken misluk mislukte misse
    missend misser misses mistde mistden mistel mistend mistje mistt mistte mistten mitsen mitste mitsten mixte
    mixten mossen mussen naden naken namens naren naven neest negen negentiende negentwintig negenzeventig
    nemend nemer neren neten neuen neumen neven nieuwen nieuwer nieuws noemen noemt nomen novembers october
    oktobers omgegeven onvoldoend onvoldoenden onvoldoender onvoldoendere onvoldoendst onvoldoendste opengaande
    opengestaan openslaan openstaat opgebleven opgedreven opgegeten opgegraven opgeheven opgekomen opgenoemde
    opgesnoven opgesteven opgewreven opkam opnames opnemend opnemer opnemingen opnoem opnoemen opnoeming opnoemt
    overbeleefd overleed overleef overleefde overleefden overleeft overlevend overleverd overlezend overzweefd
    packet pafte pakde pakden pakje pakke pakkend pakker pakten papte parken parket paste patke pauken paukte
    pekken pekte pikken pikte pinten plakken plakte pokken pokte ponten prakken prakte programmake puften puiten
    pukken pungen puntend punter puntten pusten putten rugzakjes sagen saldi salto salvo scheef scherven scheven
    schijf schijft schreden schreed schreien schreve schrift schrijd schrijdt schrijn schrijnt schroef schroeven
    schroevend sekwesters septembers slaaf slaafde slaafden slaaft slaakt slaan slaande slaap slaapt slaat slage
    slagend slager slagpen slaken slang slangen slapen slaven smart smarten smartte spart staag staagde staagden
    staagt staart staarten staartte staat stagen stalt stamt stapt stapten stare staren starren starst starste
    startde startden starte startend startje starts startt startten staten statte statten stort storten stortte
    straten tassen tekens terig teruggedreven teruggegrepen teruggekeken teruggereden teruggetreden terugkregen
    terugverdien terugverdiende terugverdienden terugverdienen terugverdienend terugverdient terugverend theede
    tochtig toeleveren tolerante toleranter tolerantere tolerantst tolerantste tolereerden tolerere tolererend
    tolererende tossen totaals tuchtig tuisen tweeden tweedes tweeénnegentig valgen valken varken veerde
    veerlieden veertiende veertienen veertigen velgen verbabbeld verbeden verbloeden verbrokkel verdeden verderf
    verderft verderven verdervend verdierf verdierven verdobbeld verdobbelde verdobbelt verdorven verdorvens
    verdronken verdrukken verdubbel verdubbelde verdubbelden verdubbele verdubbelingen verdubbelt verduiveld
    vererf vererft vererven vergleden verhoor verhoorden verhoornen verhoren verkerf verkerft verkerven
    verkervend verkies verkiest verkleden verkledend verkoren verladen verlede verledens verledigen verleen
    verleenden verleerden verlees verleest verlegden verlegen verleidden verleiden verleidend verleien verlenen
    verlengden verlezen verlief verliefden verliefdst verlieft verliep verliet verlonen verloochen verlood
    verloodden verloof verloofden verloot verlootten verlopen verlore verlorens verloten verloven vermeden
    vermoorden verplooien verreden versies versterven verstokken verstrakken verstrekken verstrikken vertoornen
    vertrekkend vertrekker vertrokke vertrouwen vervlieden verweef verweeft verweerden verwelft verwelven
    verwelvend verwerd verwerden verweren verwerk verwerken verwerkend verwerkt verwerkten verwerp verwerpen
    verwerpend verwerpt verwerve verwervend verwervende verwerving verweven verwierp verwierpen verwierven
    verwies verworden verwordend verworgden verworgen verworgend verworpen verwrikken vierdubbel vierdubbele
    viere vierke vijfentachting vijfentwintigen vijfentwintigst vijfenvijftiger vijftiende vijftienen vistelling
    vistellingen vlakken vlogen voegde voegden voegen voegend voegende voegt voerde voerlieden volde volger
    volken vollen vollend vollende volst voltijdse voltrokken voogden voortrokken vorige vorigs vormig
    vriescellen vrijgespeeld vrijgestelden vrijspelen vrijsteden vrijstelde vrijstelden vrijstellend
    vrijstellende vurig zatte zesentwintiger zestigen zetde zetden zeten zetje zettend zetter zeventiende
    zeventienen zitte zitten zoette zoetten zotte zotten
    """.split()
)
