import type { Locale } from '@passerelle/contracts';

const set = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ''));

/**
 * Words that nearly every text has: articles, pronouns, prepositions, forms of "to be" and "to have", and what
 * questions begin with. Without accents. They are neither indexed nor asked for.
 */
export const STOP_WORDS: Record<Locale, ReadonlySet<string>> = {
  'fr-CA': set(`
    le la les un une des du de au aux ce cet cette ces celui celle ceux celles ca cela ceci
    je tu il elle on nous vous ils elles me te se moi toi lui leur leurs eux soi
    mon ma mes ton ta tes son sa ses notre nos votre vos
    et ou mais donc or ni car que qui quoi dont si ne pas plus qu jusqu lorsqu puisqu quoiqu
    dans en sur sous par pour avec sans chez vers entre comme
    est sont ete etre etait suis es sommes etes soit ai as avons avez ont avoir avait
    quand comment combien pourquoi quel quelle quels quelles y
    puis peux peut pouvez pouvoir dois doit devez faut faire fait veux veut voulez
  `),
  'en-CA': set(`
    the an and or but if nor of to in on at by for with from into as than then
    is are was were be been being am do does did have has had
    it its he she they we you your my our his her their them me us
    this that these those there here what which who whom how when where why
    not no can could will would should may
  `),
};
