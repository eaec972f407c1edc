import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFurniture } from './furniture.ts';
import { linesOf, textOf } from './lines.ts';

const article = [
  'Un potager sur le toit',
  '',
  'Les plants de tomates montent cette année jusqu’au troisième étage de la bibliothèque du quartier.',
];
const split = (...lines: string[]) => splitFurniture(linesOf(lines.join('\n')));
const kinds = (...lines: string[]) => split(...lines).furniture.map(({ kind }) => kind);

describe('splitFurniture', () => {
  test.each([
    'Retour aux nouvelles',
    '← RETOUR AUX ACTUALITÉS',
    'Retour à la liste des articles',
    '« Back to news',
    'All news',
  ])('back link: %s', (link) => {
    expect(kinds(...article, link)).toEqual(['back-link']);
  });

  test.each([
    'POUR POSER VOS QUESTIONS OU DÉBUTER VOTRE DÉMARCHE',
    'Posez vos questions',
    'To ask your questions or start your process',
  ])('inquiry form: %s', (title) => {
    expect(kinds(...article, title)).toEqual(['inquiry-form']);
    expect(kinds(...article, title, 'Nom *', 'Courriel', 'Message', 'Envoyer')).toEqual(['inquiry-form']);
  });

  test('newsletter and poll, in French and in English, in either order', () => {
    const french = [
      'Infolettre',
      '',
      'Inscrivez-vous pour recevoir nos conseils.',
      'Courriel',
      'Je m’abonne',
    ];
    const english = ['Flash poll', 'Do you grow tomatoes?', 'Yes', '- No', 'Vote', 'See results'];
    expect(kinds(...article, ...french, '', ...english)).toEqual(['newsletter', 'poll']);
    expect(split(...article, ...english, ...french).furniture).toEqual([
      {
        kind: 'poll',
        lines: { from: 4, to: 9 },
        text: english.join('\n'),
        question: 'Do you grow tomatoes?',
        options: ['Yes', 'No'],
      },
      { kind: 'newsletter', lines: { from: 10, to: 14 }, text: french.filter(Boolean).join('\n') },
    ]);
  });

  test('a poll question over two lines, without its options', () => {
    const { furniture } = split(
      ...article,
      'SONDAGE ÉCLAIR',
      '',
      'Si vous aviez un toit,',
      'qu’y sèmeriez-vous ?',
      '',
      'Répondre',
    );
    expect(furniture).toMatchObject([
      { question: 'Si vous aviez un toit, qu’y sèmeriez-vous ?', options: [] },
    ]);
  });

  test('a box that lost its button is still known after the article', () => {
    expect(
      kinds(...article, 'Retour aux nouvelles', 'Infolettre', 'Abonnez-vous à nos nouvelles du jardin.'),
    ).toEqual(['back-link', 'newsletter']);
    expect(kinds(...article, 'Sondage', 'Aimez-vous le basilic ?', 'Oui', 'Non')).toEqual(['poll']);
  });

  test('unknown text between and after boxes is kept aside, word for word', () => {
    const { article: kept, furniture } = split(
      ...article,
      'Retour aux nouvelles',
      'Partager',
      '',
      'Sondage',
      'Oui ?',
      'Voter',
      '© 2024',
    );
    expect(furniture.map(({ kind, text }) => [kind, text])).toEqual([
      ['back-link', 'Retour aux nouvelles'],
      ['unknown', 'Partager'],
      ['poll', 'Sondage\nOui ?\nVoter'],
      ['unknown', '© 2024'],
    ]);
    expect(textOf(kept)).toBe(article.filter(Boolean).join('\n'));
  });

  test('headings that look like boxes stay in the article', () => {
    const text = 'On y apprend à faire ses semis, à tailler et à récolter au bon moment de la saison.';
    for (const heading of ['Infolettre', 'Sondage', 'Posez vos questions', 'Newsletter']) {
      const { article: kept, furniture } = split(...article, '', heading, '', text, '', text);
      expect(furniture).toEqual([]);
      expect(kept.map((line) => line.text)).toContain(heading);
    }
  });

  test('a whole box in the midst is lifted out, and the article goes on', () => {
    const box = ['Infolettre', 'Abonnez-vous à nos nouvelles.', 'Envoyer'];
    const { article: kept, furniture, isInterrupted } = split(...article, ...box, `${article[2]} Suite.`);
    expect(furniture.map(({ kind }) => kind)).toEqual(['newsletter']);
    expect(kept.at(-1)?.text).toBe(`${article[2]} Suite.`);
    expect(isInterrupted).toBe(true);
  });

  test('the back link ends the article; above it, it is only a link', () => {
    const after = split(...article, 'Retour aux nouvelles', article[2] ?? '');
    expect(after.furniture).toMatchObject([{ kind: 'back-link' }, { kind: 'unknown', isRunningText: true }]);
    const above = split('Retour aux nouvelles', ...article);
    expect(above.furniture.map(({ kind }) => kind)).toEqual(['back-link']);
    expect(textOf(above.article)).toBe(article.filter(Boolean).join('\n'));
    expect(above.isInterrupted).toBe(false);
  });

  test('every line is in the article or in the furniture, once', () => {
    const line = fc.constantFrom(
      ...[
        '',
        '',
        ...article,
        'Retour aux nouvelles',
        'Infolettre',
        'Abonnez-vous ici.',
        'Envoyer',
        'Sondage',
        'Oui ?',
      ],
      ...['Répondre', 'Posez vos questions', 'Courriel', 'Non', '© 2024', 'Voir les résultats'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (page) => {
        const { article: kept, furniture } = split(...page);
        const found = [textOf(kept), ...furniture.map(({ text }) => text)].flatMap((text) =>
          text.split('\n'),
        );
        const filled = page.filter(Boolean);
        expect(found.filter(Boolean).sort()).toEqual(filled.sort());
      }),
      { numRuns: 2000 },
    );
  });
});
