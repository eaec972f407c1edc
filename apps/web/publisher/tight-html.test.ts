import { expect, test } from 'vitest';
import { tightHtml } from './tight-html.ts';

test.each([
  ['<div> <p>Un</p> <p>Deux</p> </div>', '<div><p>Un</p><p>Deux</p></div>'],
  [
    '<main id="a" tabindex="-1">\n  <h1>Un</h1> texte </main>',
    '<main id="a" tabindex="-1"><h1>Un</h1>texte</main>',
  ],
  // What stands in a line keeps its spaces, and a list may be laid out in one.
  ['<p>Voir <a href="/">ici</a> <b>ou</b> là</p>', '<p>Voir <a href="/">ici</a> <b>ou</b> là</p>'],
  ['<ol> <li> <a>Un</a> </li> <li>Deux</li> </ol>', '<ol><li> <a>Un</a> </li> <li>Deux</li></ol>'],
  ['<pre> a  b </pre> <textarea> c </textarea>', '<pre> a  b </pre> <textarea> c </textarea>'],
  ['<picture> <source> <img> </picture>', '<picture> <source> <img> </picture>'],
  ['<path d="M0 0"> </path> <header></header>', '<path d="M0 0"> </path><header></header>'],
])('%s', (html, tight) => {
  expect(tightHtml(html)).toBe(tight);
  expect(tightHtml(tight)).toBe(tight);
});
