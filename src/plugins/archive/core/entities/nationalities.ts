const WORDS = `
afghan albanian algerian american andorran angolan argentine argentinian argentinean armenian australian austrian
azerbaijani azeri bahraini bangladeshi belarusian belgian beninese bolivian bosnian botswanan brazilian british
bulgarian burmese burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese croatian
cuban cypriot czech danish dane dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european
fijian filipino finnish french gabonese gambian georgian german ghanaian greek guatemalan guinean haitian honduran
hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan
korean kosovar kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian macedonian malagasy malaysian
malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali
nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari
romanian russian rwandan saudi scottish senegalese serbian serb singaporean slovak slovakian slovenian somali
spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tunisian turkish turk turkmen ugandan
ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
african asian arab arabian arabic latin hispanic nordic scandinavian balkan mediterranean soviet western eastern
northern southern kurdish kurd persian hebrew aramaic roman byzantine ottoman prussian austro-hungarian
anglo-american muslim islamic islamist christian catholic protestant orthodox anglican jewish jew sunni shiite
shia shi'ite alawite druze hindu buddhist sikh zionist communist marxist maoist nazi victorian celtic slavic
cyrillic caucasian berber bedouin houthi coptic copt maronite wahhabi salafi salafist takfiri jihadist baathist
`;

const ADJECTIVES: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/**
 * Whether a word (lower case) tells where something is from or what it believes, and so names no entity by itself:
 * `Palestinian`, `Israelis`. It can be part of a longer name: `Palestinian Islamic Jihad`.
 */
export function isNationality(word: string): boolean {
  if (ADJECTIVES.has(word)) return true;
  if (word.endsWith('s')) return ADJECTIVES.has(word.slice(0, -1));
  const hyphen = word.indexOf('-');
  return hyphen > 0 && ADJECTIVES.has(word.slice(hyphen + 1)) && !word.startsWith('al-');
}
