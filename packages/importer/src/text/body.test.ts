import { describe, expect, test } from 'vitest';
import { bodyOf } from './body.ts';
import { linesOf } from './lines.ts';
import { passagesOf } from './passages.ts';
import { readQuotation } from './quotations.ts';

const body = (...lines: string[]) => bodyOf(passagesOf(linesOf(lines.join('\n'))));
/** A body told in short: `p:`, `h2:`, `q:` and nested arrays for lists. */
function outline(...lines: string[]): unknown[] {
  const listItems = (children: readonly unknown[]): unknown[] =>
    children.map((child) => {
      const node = child as { type: string; children: { text: string }[] };
      return node.type === 'list' ? listItems(node.children) : node.children[0]?.text;
    });
  return body(...lines).flatMap((block): unknown[] => {
    if (block.type === 'quote') return [`q:${block.text}${block.attribution ? `|${block.attribution}` : ''}`];
    if (block.type !== 'text') return [block.type];
    return block.content.map((node) => {
      if (node.type === 'list') return listItems(node.children);
      const [first] = node.children;
      const text = first?.type === 'text' ? first.text : '';
      return node.type === 'heading' ? `h${node.level}:${text}` : `p:${text}`;
    });
  });
}
const long = 'Le jardin du toit donne sur la rue, et les voisins viennent y lire les soirs d’été.';

describe('paragraphs', () => {
  test('each line is one, unless lines were wrapped', () => {
    expect(outline(long, `${long} Bis.`, '', '\u00a0', 'Fin.')).toEqual([
      `p:${long}`,
      `p:${long} Bis.`,
      'p:Fin.',
    ]);
    expect(
      outline(
        'Le jardin du toit donne sur la rue, et tous les',
        'voisins viennent y lire les soirs d’été.',
        '',
        'Fin.',
      ),
    ).toEqual([
      'p:Le jardin du toit donne sur la rue, et tous les voisins viennent y lire les soirs d’été.',
      'p:Fin.',
    ]);
  });

  test('control characters go, inner spaces stay as they are', () => {
    expect(outline('Un\u0007 mot,  25\u00a0$.')).toEqual(['p:Un mot, 25\u00a0$.']);
  });
});

describe('lists', () => {
  test.each(['•', '-', '*', '–', '·', '•\t', '◦', '\uf0b7'])('bullet “%s”', (bullet) => {
    expect(
      outline('Intro :', `  ${bullet} un`, '', '\u00a0', `  ${bullet} deux :`, `  ${bullet} trois`, 'Fin.'),
    ).toEqual(['p:Intro :', ['un', 'deux :', 'trois'], 'p:Fin.']);
  });

  test('a paragraph between bullets ends the list', () => {
    expect(outline('• un', '', 'Entre deux.', '', '• deux')).toEqual([['un'], 'p:Entre deux.', ['deux']]);
  });

  test('deeper lines continue an item, deeper bullets nest', () => {
    expect(outline('- un', '    suite', '', '- deux', '    - deux bis', '    - deux ter', '- trois')).toEqual(
      [['un suite', 'deux', ['deux bis', 'deux ter'], 'trois']],
    );
  });

  test('numbers make a list only one after the other', () => {
    expect(body('1. un', '2) deux', '', '3. trois')).toMatchObject([
      { content: [{ type: 'list', format: 'ordered', children: [{}, {}, {}] }] },
    ]);
    expect(outline('1. Le toit', '', long, '', '2. La cour', '', long)).toEqual([
      'h2:1. Le toit',
      `p:${long}`,
      'h2:2. La cour',
      `p:${long}`,
    ]);
  });

  test('a minus, a dash in a sentence or a bold mark is no bullet', () => {
    expect(outline('-5 degrés ce matin.', '–oui', '**Gras** ici.')).toEqual([
      'p:-5 degrés ce matin.',
      'p:–oui',
      'p:**Gras** ici.',
    ]);
  });
});

describe('headings', () => {
  test('a short line over a longer paragraph, or over a list', () => {
    expect(outline('Pourquoi un potager ?', '', long, '', 'Il faut', '', '- une pelle')).toEqual([
      'h2:Pourquoi un potager ?',
      `p:${long}`,
      'h2:Il faut',
      ['une pelle'],
    ]);
  });

  test('marked with # or underlined', () => {
    expect(outline('### Les semis ##', 'Fin.', 'La taille', '---', 'Fin.')).toEqual([
      'h3:Les semis',
      'p:Fin.',
      'h2:La taille',
      'p:Fin.',
    ]);
  });

  test('not a sentence, an introduction, a signature, or the last line', () => {
    const lines = [
      'Voilà.',
      long,
      'Il faut :',
      long,
      'Par la rédaction',
      long,
      'dès demain',
      long,
      'À suivre',
    ];
    expect(outline(...lines)).toEqual(lines.map((line) => `p:${line}`));
  });
});

describe('quotations', () => {
  test('a paragraph that is a quotation only is a quote', () => {
    const text = '«\u00a0Le basilic aime «\u00a0la chaleur\u00a0» et l’eau.\u00a0»';
    expect(outline(long, text, long)).toEqual([
      `p:${long}`,
      'q:Le basilic aime «\u00a0la chaleur\u00a0» et l’eau.',
      `p:${long}`,
    ]);
  });

  test('who said it may follow a dash', () => {
    expect(readQuotation('“Plant it in May.” — a neighbour')).toEqual({
      text: 'Plant it in May.',
      attribution: 'a neighbour',
    });
  });

  test.each([
    '«\u00a0Oui\u00a0», dit-elle.',
    '«\u00a0Oui\u00a0» et «\u00a0non\u00a0»',
    '«\u00a0Sans fin',
    '«\u00a0\u00a0»',
    'Il a dit «\u00a0oui\u00a0»',
  ])('stays a paragraph: %s', (text) => {
    expect(readQuotation(text)).toBeNull();
  });
});
