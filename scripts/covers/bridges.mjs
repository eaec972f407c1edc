/**
 * Bridges as one continuous stroke: each function gives the `d` of a path that enters at the left edge, draws
 * the whole bridge without lifting the pen and leaves at the right. `deck` is the height of the roadway.
 */

const FROM = -30;
const TO = 1630;
const to = (x, y) => `L${x.toFixed(1)} ${y.toFixed(1)}`;
const range = (from, until, count) =>
  Array.from({ length: count }, (_, index) => from + ((until - from) * (index + 1)) / (count + 1));

/** Two towers, a hanging cable and its hangers. */
function suspension(deck, height) {
  const [anchorLeft, towerLeft, towerRight, anchorRight] = [180, 470, 1130, 1420];
  const top = deck - height;
  const sag = deck - height * 0.1;
  const middle = (towerLeft + towerRight) / 2;
  const cable = (x) => sag - (sag - top) * ((x - middle) / (towerRight - middle)) ** 2;
  const side = (x, foot, tower) => deck + ((top - deck) * (x - foot)) / (tower - foot);
  const hangers = (xs, reach) => xs.map((x) => to(x, deck) + to(x, reach(x)) + to(x, deck)).join('');
  return [
    `M${FROM} ${deck}`,
    to(anchorLeft, deck),
    to(towerLeft, top),
    to(towerLeft, deck + 74),
    to(towerLeft, top),
    `Q${middle} ${2 * sag - top} ${towerRight} ${top}`,
    to(towerRight, deck + 74),
    to(towerRight, top),
    to(anchorRight, deck),
    hangers(range(anchorRight, towerRight, 5), (x) => side(x, anchorRight, towerRight)),
    hangers(range(towerRight, towerLeft, 13), cable),
    hangers(range(towerLeft, anchorLeft, 5), (x) => side(x, anchorLeft, towerLeft)),
    to(anchorLeft, deck),
    to(TO, deck),
  ].join('');
}

/** One great arch above the deck. */
function arch(deck, height) {
  const [left, right] = [330, 1270];
  const middle = (left + right) / 2;
  const rise = (x) => deck - height * (1 - ((x - middle) / (right - middle)) ** 2);
  const posts = range(right, left, 15).map((x) => to(x, deck) + to(x, rise(x)) + to(x, deck));
  return [
    `M${FROM} ${deck}`,
    to(left, deck),
    to(left, deck + 70),
    to(left, deck),
    `Q${middle} ${deck - 2 * height} ${right} ${deck}`,
    to(right, deck + 70),
    to(right, deck),
    ...posts,
    to(left, deck),
    to(TO, deck),
  ].join('');
}

/** A row of stone arches under a straight deck. */
function arcade(deck, height) {
  const [left, right, spans] = [120, 1480, 6];
  const span = (right - left) / spans;
  const foot = deck + height * 0.44;
  const arches = Array.from({ length: spans }, (_, index) => {
    const from = right - index * span - 16;
    const until = right - (index + 1) * span + 16;
    return `${to(from, foot)}C${from} ${deck - 8} ${until} ${deck - 8} ${until} ${foot}`;
  });
  return [
    `M${FROM} ${deck}`,
    to(TO, deck),
    to(right, deck),
    ...arches,
    to(left, foot),
    to(left, deck),
    to(TO, deck),
  ].join('');
}

/** One mast and a fan of stays. */
function stayed(deck, height) {
  const mast = 980;
  const top = deck - height * 1.12;
  const fan = (side) =>
    range(mast + side * 620, mast + side * 60, 8)
      .map((x, index) => to(x, deck) + to(mast, top + index * 15) + to(x, deck))
      .join('');
  return [
    `M${FROM} ${deck}`,
    to(mast - 620, deck),
    fan(-1),
    to(mast, deck),
    to(mast, top - 26),
    to(mast, deck + 84),
    to(mast, deck),
    to(mast + 60, deck),
    fan(1),
    to(TO, deck),
  ].join('');
}

/** A covered bridge: roof, lattice, roadway. */
function covered(deck, height) {
  const [left, right] = [420, 1180];
  const eaves = deck - height * 0.42;
  const ridge = deck - height * 0.66;
  const lattice = range(right, left, 19).map((x, index) => to(x, index % 2 ? deck : eaves));
  return [
    `M${FROM} ${deck}`,
    to(left, deck),
    to(left, eaves),
    to(left - 34, eaves),
    to(left + 16, ridge),
    to(right - 16, ridge),
    to(right + 34, eaves),
    to(left, eaves),
    to(right, eaves),
    to(right, deck + 60),
    to(right, deck),
    ...lattice,
    to(left, deck),
    to(left, deck + 60),
    to(left, deck),
    to(TO, deck),
  ].join('');
}

export const BRIDGES = { suspension, arch, arcade, stayed, covered };
