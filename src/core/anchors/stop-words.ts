/**
 * Frequent short words by language, enough to tell the languages of anchor texts and titles apart. Words two of these
 * languages share are listed under both and then decide nothing.
 */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is for that with on as are this by it from be at an or was have has how what your you our we can best not all why when which will',
  de: 'der die das und ist im den von zu mit sich des auf für nicht ein eine als auch dem wie bei nach aus einer einen über wir ihr sie zum zur oder wird sind ich kann',
  fr: 'le la les des et est un une du pour dans que qui sur avec au aux par ce cette pas plus votre vos nous vous comment ou son sa ses il elle',
  es: 'el la los las de y en que del un una para con por se su es al como más lo mejor mejores cómo sus este esta qué donde pero',
  it: 'il lo la gli di che e un una per con del della dei delle nel nella sul come si più sono da al alla non migliori questo questa',
  pt: 'o a os as de do da dos das em no na e que um uma para com por se não mais como ao seu sua melhor melhores você está são',
  nl: 'de het een van en in is op te voor met dat die zijn niet aan er om ook naar bij hoe wat uw je wij deze beste onze',
  pl: 'i w na z do nie się jest że to jak dla po od za przez oraz czy co są pod ze jego jej najlepsze',
  sv: 'och att det som en på är av för med den till i ett om har de inte var från hur ditt din bästa eller vi',
  da: 'og det at en af til på er som på med for den de der et ikke har om hvordan din bedste eller vi fra',
  nb: 'og det å en av til på er som med for den de et ikke har om hvordan din beste eller vi fra',
  fi: 'ja on ei se että oli joka kun mitä miten parhaat ovat sekä tai hän mutta niin myös kanssa',
  cs: 'a se v na je že s z do o k pro jak si jsou nebo který jako po od za jeho nejlepší',
  tr: 've bir bu için ile da de en çok olan olarak gibi daha ne nasıl mi var yok iyi',
  id: 'yang dan di untuk dengan ini dari dalam adalah pada tidak atau juga cara terbaik terpercaya situs itu akan anda',
  vi: 'và của là có cho không được một với các trong người những để tại như nhà cái này',
  ro: 'și in de la cu pe pentru un o este din care mai sau cele cum nu bun',
  hu: 'a az és egy hogy nem is van meg de ha legjobb vagy ez mint csak',
  ru: 'и в не на что с по как для это от из или у о за при все так лучшие где без',
  uk: 'і в не на що з як для це від та або у про за при все найкращі де без',
  bg: 'и в не на че с по как за това от или при все най къде без са',
};
