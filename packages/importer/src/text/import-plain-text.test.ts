import { describe, expect, test } from 'vitest';
import { formatReport } from '../report/format-report.ts';
import { importReportSchema } from '../report/report.ts';
import { importPlainText } from './import-plain-text.ts';

/** A page of our own, with the layout and the damage that pages copied from old sites have. */
const page = [
  'Le potager du toit ouvre à l’heure du printemps',
  '',
  '\u00a0',
  'La bibliothèque du quartier rouvre son potager, et le calendrier des corvées est déjà affiché à l’entrée.',
  '',
  '\u00a0',
  '',
  "Le comité, formé de voisins et des\u00a0commerçants, a précisé ce qu’il en attend\u00a0: Partager les outils et l'eau.",
  '',
  '',
  'Les récoltes iront à la cuisine collective.',
  '',
  '«?Les toits offrent une lumière rare\u00a0: rien ne les ombrage. (…)\u00a0», résume le comité du potager.',
  '',
  'Trois chantiers commencent donc ce mois-ci, notamment :',
  '',
  '\u00a0',
  '  • Refaire les bacs avant les semis : Concrètement, le bois est livré lundi. Les bras sont les bienvenus.',
  '',
  '\u00a0',
  '',
  "  • Amener l'eau de pluie jusqu'aux plates-bandes :",
  '',
  '  • Ouvrir le toit aux écoles et aux familles du voisinage :Le comité prévoit deux visites par semaine.',
  '',
  '\u00a0',
  '',
  'Retour aux nouvelles',
  'POUR POSER VOS QUESTIONS OU DÉBUTER VOTRE DÉMARCHE',
  '',
  'Newsletter',
  '',
  'Abonnez-vous à notre newsletter pour savoir avant tous ce qui pousse.',
  '',
  '',
  'Envoyer',
  '',
  'Sondage éclair',
  '',
  'Si le toit donnait + de tomates que la cour mais demandait une heure de plus, que choisiriez-vous ?',
  '',
  '',
  '',
  'Répondre',
].join('\n');
const source = { sourceId: 'vieux-site/potager', locale: 'fr-CA' as const };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function imported(bytes: Uint8Array) {
  const result = importPlainText(bytes, source);
  if (!result.ok) throw new Error(result.error);
  return result;
}

describe('a page copied from an old site', () => {
  const { article, report } = imported(bytesOf(page));

  test('is one article: its title, five paragraphs and one list of three items', () => {
    expect(article).toMatchObject({
      ...source,
      title: 'Le potager du toit ouvre à l’heure du printemps',
      dek: null,
    });
    expect(article.body).toHaveLength(1);
    expect(report.counts).toMatchObject({ paragraphs: 5, lists: 1, listItems: 3, headings: 0, quotes: 0 });
    const [text] = article.body;
    const nodes = text?.type === 'text' ? text.content : [];
    expect(nodes.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'list',
    ]);
    expect(nodes[3]?.children).toEqual([
      {
        type: 'text',
        text: '«\u00a0Les toits offrent une lumière rare\u00a0: rien ne les ombrage. (…)\u00a0», résume le comité du potager.',
      },
    ]);
    expect(nodes[5]).toMatchObject({
      format: 'unordered',
      children: [
        { children: [{ text: expect.stringContaining('semis\u00a0: Concrètement, le bois') }] },
        { children: [{ text: "Amener l'eau de pluie jusqu'aux plates-bandes\u00a0:" }] },
        { children: [{ text: expect.stringContaining('voisinage\u00a0: Le comité prévoit') }] },
      ],
    });
  });

  test('its furniture is listed, the poll’s question among it', () => {
    expect(report.furniture.map(({ kind, lines }) => [kind, lines.from, lines.to])).toEqual([
      ['back-link', 28, 28],
      ['inquiry-form', 29, 29],
      ['newsletter', 31, 36],
      ['poll', 38, 44],
    ]);
    expect(report.furniture.at(-1)).toMatchObject({
      question:
        'Si le toit donnait + de tomates que la cour mais demandait une heure de plus, que choisiriez-vous\u202f?',
      options: [],
    });
  });

  test('repairs and doubts are listed with their places', () => {
    expect(report.repairs.filter(({ rule }) => rule === 'lost-space-in-quotation')).toEqual([
      {
        rule: 'lost-space-in-quotation',
        offset: page.indexOf('?'),
        line: 13,
        column: 2,
        before: '?',
        after: '\u00a0',
      },
    ]);
    expect(report.repairs.filter(({ rule }) => rule === 'space-before-sign')).toHaveLength(5);
    expect(report.damage).toMatchObject([{ kind: 'doubtful-no-break-space', line: 8 }]);
    expect(report.warnings.map(({ code }) => code)).toEqual([
      'no-date',
      'damage-left',
      'poll-without-options',
    ]);
  });

  test('comes out the same from every encoding, and after mojibake', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(page, 'utf16le')]);
    const garbled = new TextDecoder('windows-1252').decode(bytesOf(page));
    const windows = Buffer.from(
      page.replaceAll('…', '\u0085').replaceAll('’', '\u0092').replaceAll('•', '\u0095'),
      'latin1',
    );
    for (const bytes of [
      utf16,
      bytesOf(`\ufeff${page}`),
      bytesOf(garbled),
      bytesOf(page.replaceAll('\n', '\r\n')),
      windows,
    ]) {
      expect(imported(bytes).article).toEqual(article);
    }
  });

  test('the report reads well in French and in English', () => {
    const french = formatReport(report, 'fr-CA');
    expect(french).toContain('1 liste, 3 éléments de liste');
    expect(french).toContain('  sondage (lignes 38–44)\n    question\u00a0: Si le toit');
    expect(french).toContain('13:2  ? → U+00A0');
    const english = formatReport(report, 'en-CA');
    expect(english).toContain('5 paragraphs, 1 list, 3 list items');
    expect(english).toContain('  inquiry form box (line 29)');
    expect(importReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});

describe('other pages', () => {
  test('an English one, wrapped, with a date, a heading and a quotation', () => {
    const { article, report } = imported(
      bytesOf(
        [
          'The rooftop garden opens',
          'Posted on April 2, 2024',
          '',
          'The branch library opens its garden again this week, and a',
          'list of chores hangs at the door: does that suit you?',
          '',
          'What to bring',
          '',
          '“Gloves and a hat are all you need on the roof, really; the',
          'rest is in the shed.” – the garden committee',
          '',
          'Volunteers meet on Monday at 14:30, whatever the weather, at the foot',
          'of the stairs.',
          '',
          'Back to the news',
        ].join('\n'),
      ),
    );
    expect(article.date).toBe('2024-04-02');
    expect(report.furniture).toMatchObject([{ kind: 'back-link', lines: { from: 15, to: 15 } }]);
    expect(report.repairs).toEqual([]);
    expect(report.warnings).toEqual([]);
    expect(article.body.map(({ type }) => type)).toEqual(['text', 'quote', 'text']);
    expect(article.body[1]).toMatchObject({
      text: 'Gloves and a hat are all you need on the roof, really; the rest is in the shed.',
      attribution: 'the garden committee',
    });
  });
});
