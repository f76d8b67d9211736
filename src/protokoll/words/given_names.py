"""Given names common in Sweden, to tell a person from a place, a club or a heading. A hint, never a
condition.
"""

from __future__ import annotations

from protokoll.words.swedish import LOST

_NAMES = """
adam adil adrian agata agda agnes agneta ahmed aida aina aino albert albin aleksandra alex alexander
alexandra alf alfons alfred ali alice alicia allan alma alva alvar amanda amer amina amir amira anas anders
andrea andreas anette anita anja anki ann anna annacarin annalena annbritt anneli annelie annette annica
annicka annie annika annikki ante anton antonia antonio arijana arne aron arto arvid asim asta astrid athena
atle august aurora axel ayse aysha azra barbara barbro basma bassam beata beatrice bengt benjamin benny
berit bernt bert bertil beth bettan bianca bibbi bilal birger birgit birgitta birthe bittan björn bo bob
bodil boel bojan bosse branko britt britta brittmarie bruno burim börje cajsa camilla carin carina carita
carl carolina caroline carro casper cassandra catarina catharina catherine cathrine cecilia celia charles
charlie charlotta charlotte chatarina chris christel christer christian christin christina christine
christoffer christopher cia cicci cilla claes clara claudia connie conny constantin cornelia curt cynthia
dag dagmar dagny dalia dan dana daniel daniela daniella danijel david dejan denise dennis desirée diana dick
dina dino dirk disa ditte dorota dorothea douglas dragan dusan ebba eddie edit edith edvard edvin edward
egon einar eivor ejnar elena eleonor eleonora eli elias elin elina elinor elis elisa elisabet elisabeth
elise ella ellen ellinor elma elmer elna elon elsa elsie elvira elvy emanuel emelie emil emilia emilie emily
emir emma emmy enrique erica erik erika erland erling ernst esbjörn eskil ester esther eugen eva evalena
evelina evelyn evert fabian fadi fadime fanny farah farid fatima felicia felix ferdinand filip filippa folke
francisco frank frans fred freddy fredric fredrik fredrika freja frida fridolf fritz gabriel gabriella georg
george gerd gerda gerhard gerry gert gertrud gillis gisela gittan gloria goran gottfrid greger greta grete
gry gudrun gull gullbritt gun gunborg gunda gunhild gunilla gunn gunnar gunnel gunvor gustaf gustav göran
gösta göte hadar hadi halvar hamid hampus hanna hannah hannele hannes hans harald harriet harry hasan hassan
hasse heba hedda hedvig heidi helen helena helene helge helmut helén heléne hendrik henning henric henrik
henry herbert herman hilda hilde hildegard hilding hillevi hilma hjalmar holger hubert hugo husein hussein
håkan ia ibrahim ida idun igor ilona ilse ina ing inga ingalill ingegerd ingela ingemar inger ingmar ingrid
ingvar ingvor irene irina iris irma irmeli isa isabel isabell isabella isac isak ismail ivan ivar iza jack
jacob jakob jamal jamila jan jana jane janet janina janne jannike jarl jarmo jasmin jasmina jasmine javier
jean jeanette jelena jennie jenny jens jeremias jerker jerry jesper jessica jessika jill jim jimmie jimmy
joachim joacim joakim joanna joar jocke joel johan johanna johannes john johnny jon jonas jonatan jonathan
jonna jonny josef josefin josefina josefine josephine juan juha juhani julia julian julie juliette julius
jussi justus jytte jöran jörgen kaarina kai kaisa kaj kajsa kalle kamal kamilla karim karin karina karl
karla karna karola karolina karoline kasper katarina kate kathrin katia katja katrin katrine kenneth kent
kenth kerstin kerttu ketty khadija khaled kicki kim kirsi kirsten kjell klara klas klaus knut konrad
konstantin krister kristian kristiina kristin kristina kristine kristofer kristoffer kurt laila lars lasse
latifa laura lea leif leila leilani lelle lena lenita lennart leo leon leona leonard leopold leyla lia lida
liisa lilian lill lilla lillemor lilly lina linda line linn linnea linnéa linus lisa lisbet lisbeth lise
liselott liselotte lisen liv livia lizette lo lotta lotte lotten louise lova lovisa lubna lucas lucia
ludmila ludvig luis lukas lydia lykke maarit madeleine madelen madelene magda magdalena maggan magnus
mahmoud maj maja majbritt majken majvor malena malin malou malte malva manfred mange manne manuel marc
marcel marco marcus maren margareta margaretha margit margita margot margret margurite mari maria mariam
mariana mariann marianne maribel marie marielle marija marika marina mario marita marith marja marjo mark
markku marko markus marta marte martha martin martina mary maryam mathias mathilda mathilde mats matteo
matti mattias matts maud maurits max maximilian maya medina mehdi mehmet melanie melina melissa melker mia
micael michael michaela michelle miguel mika mikael mikaela mikko mila milan milena milica milla milo mimmi
mina minna miranda mirela miriam mirja mirjam moa mohamad mohamed mohammad mohammed mona monica monika
morgan moritz morten mostafa muhammed mustafa märet märit märta måns nabil nada nadia nadja nahom naima
najma nancy nanna naomi natalia natalie natasa natasha nathalie nellie nelly nerma nermin nicklas niclas
nico nicole nicolina niklas nikola nikolina nils nima nina nisse njord noah noel noor nora nour nova ola
olaf olav ole oleg olga olivia olle olof oona orvar osama oscar oskar osman ossian otto ove paavo pamela
paola par parisa patricia patricio patrick patrik paul paula paulina pauline pedro pekka pelle per pernilla
pers peter petra petri petrus petter philip pia pierre pirjo pontus preben päivi pär rachel rafael ragna
ragnar ragnhild rahel raija raimo rakel ralf ralph ramona randi rania rasmus rauno rebecca rebecka regina
reidar reijo reine reino renata rené renée reza riad ricard richard rickard riina rikard rita ritva ritwa
robban robert roberth roberto robin roger roine roland rolf roma roman ronja ronnie ronny rosa rosanna rose
roy ruben rudolf rune ruth ryszard saad saba sabina sadia saga said salam salem sally salma sam samantha
samer sami samir samira samuel sandra sanja sanna sanne sara sarah sasa saskia sebastian selim selma sepideh
seppo severin sibylla siegfried sif signe sigrid sigurd sigvard siham silvia simon simone siri sirkka siv
sixten sofi sofia sofie solbritt solgerd solveig sonia sonja sophia sophie staffan stanislav stefan stella
stellan sten stig stina sture sune susan susann susanna susanne sussi suzana svante svea sven svetlana sylve
sylvi sylvia synnöve sölve sören tage tanja tara tarek tariq tarja tatiana tatjana ted teodor teres teresa
terese teresia terje terttu thea thelma theo theodor therese therése thomas thor thorbjörn thore thorsten
thure thérèse tiina tilda tilde tim timo tina tindra tobias tom tomas tommy tone toni tony tor torbjörn tord
tore torgny torkel torsten torun torvald tove trine trond trude tryggve tua tuija tuomas tuula tuva tyko
tyra ulf ulla ullabritt ulrica ulrik ulrika unni uno urban ursula usman vahid valborg valdemar valentin
valter vanessa vanja varg vega vendela vera verner veronica veronika vesna vibeke victor victoria vidar
viggo viking viktor viktoria vilgot vilhelm villem vilma vincent viola violeta virpi vivan viveca viveka
vivi vivianne vladimir wahid walter wanda wanja wendela werner wilgot wilhelm wilhelmina willem william
wilma wolfgang xavier yasemin yasin yasir yasmin yassin ylva yngve yoko yousef youssef yrsa yusra yusuf
yvette yvonne zahra zainab zandra zara zeinab zelda zeynep zlatan zlatko zoe zoran zuzana ängla åke åsa
åshild åslög örjan östen öyvind
"""

GIVEN_NAMES = frozenset(_NAMES.split())
_PLAIN = str.maketrans("åäöéè", "aaoee")
_WITHOUT_DOTS = frozenset(name.translate(_PLAIN) for name in GIVEN_NAMES)


def is_given_name(word: str) -> bool:
    """Whether the word, or the first part of a double name ("Maj-Britt", "Per-Olof"), is a common given name.

    A name whose å, ä or ö was lost counts too.
    """
    folded = word.casefold()
    if LOST in folded:
        return any(folded.replace(LOST, letter) in GIVEN_NAMES for letter in "åäöé")
    return any(name in GIVEN_NAMES or name in _WITHOUT_DOTS for name in (folded, folded.partition("-")[0]))
