import { BRIDGES } from './bridges.mjs';
import { bank, bridge, frame, hills, river } from './land.mjs';
import { PALETTES } from './palettes.mjs';
import { aurora, birds, clouds, disc, sky, snow, stars } from './sky.mjs';
import * as homes from './subjects/homes.mjs';
import * as learning from './subjects/learning.mjs';
import * as matters from './subjects/matters.mjs';
import * as nature from './subjects/nature.mjs';
import * as places from './subjects/places.mjs';
import * as ways from './subjects/ways.mjs';
import { element, group, HEIGHT, sequence, WIDTH } from './svg.mjs';

/**
 * A cover: palette, bridge, subject, the side it stands on, what the sky carries. `place` moves the subject from the
 * middle of its bank: `[x, y, scale]`; on the deck when `onDeck`. `relief` raises or flattens the hills.
 */
const cover = (palette, bridgeName, subject, side, airs, more = {}) => ({
  palette,
  bridgeName,
  subject,
  side,
  airs,
  place: [0, 0, 1.08],
  relief: 1,
  onDeck: false,
  ...more,
});

export const COVERS = new Map(
  Object.entries({
    'regionalisation-plan': cover('regions-automne', 'covered', homes.village, 'left', [clouds, birds], {
      place: [40, 0, 1.12],
    }),
    'pstq-volets': cover('permanente-matin', 'suspension', ways.doors, 'right', [clouds]),
    'arrima-profil': cover('permanente-soir', 'stayed', ways.mooredBoat, 'left', [clouds], {
      place: [-20, 20, 1.1],
      relief: 0.8,
    }),
    'entree-express-francophones': cover('permanente-soir', 'arcade', ways.train, 'left', [stars], {
      place: [600, 0, 0.8],
      onDeck: true,
      relief: 1.3,
    }),
    'francisation-quebec-cours': cover('francisation-jour', 'arch', learning.bookOfBirds, 'left', [clouds], {
      place: [20, 10, 1.16],
    }),
    'caq-etudes-demarches': cover('etudes-nuit', 'suspension', learning.lampAndBooks, 'right', [stars]),
    'regroupement-familial-quebec': cover(
      'famille-jour',
      'covered',
      homes.clothesline,
      'left',
      [clouds, birds],
      { place: [30, 0, 1.04], relief: 1.2 },
    ),
    'eimt-employeurs': cover('travail-soir', 'arch', places.workshop, 'right', [clouds]),
    'reconnaissance-diplomes': cover('travail-jour', 'arcade', learning.diploma, 'left', [clouds, birds], {
      place: [20, 0, 1.15],
      relief: 1.3,
    }),
    'saguenay-lac-saint-jean': cover(
      'regions-aurore',
      'suspension',
      nature.blueberries,
      'right',
      [stars, aurora],
      { relief: 1.5, place: [-20, 20, 1.14] },
    ),
    'permis-travail-ferme-ouvert': cover('travail-jour', 'stayed', matters.padlocks, 'right', [clouds]),
    'delais-traitement-comprendre': cover('permanente-matin', 'arch', matters.hourglass, 'left', [
      clouds,
      birds,
    ]),
    'choisir-quebec-ou-federal': cover('permanente-soir', 'suspension', ways.signpost, 'left', [
      stars,
      clouds,
    ]),
    'peq-fin-parcours': cover('permanente-matin', 'covered', ways.gateAjar, 'right', [clouds]),
    'etudiants-travail-heures': cover('etudes-matin', 'stayed', learning.cupAndClock, 'left', [clouds]),
    'parcours-citoyennete': cover(
      'permanente-matin',
      'arcade',
      nature.mapleAndBench,
      'left',
      [clouds, birds],
      { relief: 1.3 },
    ),
    'parrainer-conjoint': cover('famille-soir', 'arch', nature.loons, 'right', [clouds], {
      place: [-330, -6, 1.06],
      relief: 0.8,
    }),
    'tests-francais-niveaux': cover('francisation-nuit', 'stayed', learning.pencils, 'left', [stars], {
      place: [10, 0, 1.1],
    }),
    'bas-saint-laurent-installation': cover(
      'regions-crepuscule',
      'suspension',
      places.lighthouse,
      'right',
      [stars],
      { relief: 0.6 },
    ),
    'employeurs-accueil-region': cover('regions-hiver', 'covered', homes.openCabin, 'left', [clouds, snow], {
      relief: 1.3,
    }),
    'logement-premiers-mois': cover('famille-soir', 'suspension', homes.keyAndTag, 'left', [clouds], {
      place: [20, 0, 1.1],
    }),
    'eviter-fraude-consultants': cover(
      'francisation-nuit',
      'arcade',
      matters.hookedLetter,
      'right',
      [stars],
      {
        place: [0, -20, 1.05],
        relief: 1.3,
      },
    ),
    'refus-que-faire': cover('famille-jour', 'arcade', matters.umbrella, 'right', [birds]),
    'assurance-maladie-delai': cover('regions-hiver', 'arch', matters.stethoscope, 'right', [clouds]),
  }),
);

/** The cover of an article as an SVG document; throws on a key it doesn't know. */
export function drawCover(key) {
  const described = COVERS.get(key);
  if (!described) throw new Error(`No cover is described for "${key}"`);
  const { side, airs, relief, onDeck } = described;
  const palette = PALETTES[described.palette];
  const random = sequence(key);
  const horizon = 440 + Math.round(random() * 60);
  const light = side === 'left' ? 980 + random() * 360 : 240 + random() * 360;
  const deck = horizon + 6;
  const span = BRIDGES[described.bridgeName](deck, 200 + random() * 46);
  const [x, y, scale] = described.place;
  const ground = (side === 'left' ? 400 : WIDTH - 400) + x;
  const subject = group([described.subject(palette)], {
    transform: `translate(${ground} ${onDeck ? deck : 742 + y}) scale(${scale})`,
  });
  const drawn = (wanted) => airs.filter((air) => wanted.includes(air)).map((air) => air(palette, random));
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    [
      sky(palette),
      ...drawn([stars, aurora, clouds]),
      disc(palette, light, horizon - 190 - random() * 60, 84 + random() * 40),
      ...drawn([birds]),
      hills(palette, random, horizon, !described.palette.startsWith('travail'), relief),
      river(palette, random, horizon, light),
      bridge(span, palette, deck + 66),
      onDeck ? subject : '',
      frame(palette, random, side),
      bank(palette, random, side),
      onDeck ? '' : subject,
      ...drawn([snow]),
    ].join(''),
  );
}
