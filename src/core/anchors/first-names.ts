/** Common given names of Europe and the Americas, folded: the conservative proof that two capitalised words are a person. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron adam adrian alan albert alejandro alessandro alex alexander alexandra alice alicia amanda amy ana andrea andreas
  andrei andrew andy angela anja ann anna anne anthony antoine antonio arthur barbara beatriz ben benjamin bernard bernd beth
  bill bob brad brian bruce camille carl carla carlos carmen carol caroline catherine charles charlotte chloe chris christian
  christina christine christoph christopher claire clara claudia craig cristina daniel daniela dave david deborah dennis diana
  diane diego dirk dmitri dominik donald dorothy douglas edward elena elisabeth elizabeth emily emma eric erik eva evelyn
  fabian federico felix fernando florian francesca francesco francisco frank franziska fred frederic gabriel gary george gerard
  giovanni giulia giuseppe greg gregory guillaume hannah hans harald heather heike helen helena henrik henry holger howard ian
  igor ingrid irina isabel isabelle ivan jack jacob jacques jakob james jamie jan jane janet jason javier jean jeff jeffrey
  jennifer jens jeremy jessica jim joan joanna joao joe joel johan johannes john jon jonas jonathan jorge jose josef joseph
  joshua juan juergen julia julian julie jurgen justin karen karin karl katarzyna kate katherine kathleen kathryn katja keith
  kelly ken kenneth kevin kim klaus kristin krzysztof lars laura lauren laurent lena leonardo linda lisa lorenzo louis louise
  luca lucas lucia lucy luis luisa lukas magdalena manuel manuela marc marcel marco marcos margaret maria marie mario marion
  mark markus marta martha martin martina mary mathieu matt matteo matthew matthias maurice max megan melanie melissa michael
  michaela michel michele michelle miguel mike mikhail monica monika nadine nancy natalia natalie natasha nathan neil nicholas
  nick nicolas nicole nicole niklas nina noah norbert olga oliver olivia olivier oscar otto pablo pamela paolo pascal patricia
  patrick paul paula paulo pavel pedro peter petra philip philipp philippe phil pierre piotr rachel rafael ralf ralph raul
  raymond rebecca renate ricardo richard rick rob robert roberto roger roland roman ron ronald ross roy ruth ryan sabine sally
  sam samantha samuel sandra sara sarah scott sean sebastian sergey sergio sharon silvia simon simone sofia sonia sophia sophie
  stefan stefanie stella stephanie stephen steve steven sue susan susanne sven svetlana sylvia tanja tatiana teresa theresa
  thierry thomas tim timothy tobias todd tom tomasz tony tracy ulrich ursula uwe valentina valerie vanessa veronica victor
  victoria viktor vincent vladimir walter wendy werner will william wolfgang xavier yolanda yves zoe
  александр алексей анастасия андрей анна владимир дмитрий евгений екатерина елена иван ирина мария михаил наталья николаи
  ольга павел сергеи татьяна юлия юрии`.split(/\s+/),
);
