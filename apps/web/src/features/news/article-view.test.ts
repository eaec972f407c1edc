import type { EntryOf } from '@passerelle/contracts';
import { describe, expect, it } from 'vitest';
import {
  article,
  category,
  consultant,
  documentId,
  organization,
  programme,
  term,
} from '../../../tests/support/entries.ts';
import { HOSTILE } from '../../testing/hostile-entries.ts';
import { publishedWith } from '../../testing/published-with.ts';
import { scriptJson } from '../../ui/escape.ts';
import { articleView, programmeBanner } from './article-view.ts';
import { articleGraph } from './structured-data.ts';

const SITE = new URL('https://site.example');
const peq = (given: Partial<EntryOf<'programme'>>) => programme('peq', given);
const viewOf = (subject: EntryOf<'article'>, ...others: Parameters<typeof publishedWith>[0]) =>
  articleView(publishedWith([subject, ...others]), subject);

describe('what an article says of its dates', () => {
  it('tells of an update on a later day only', () => {
    const sameDay = article('a', { publishedAt: '2026-05-04T13:00:00Z', modifiedAt: '2026-05-05T03:00:00Z' });
    expect(viewOf(sameDay).updated).toBeNull();
    const nextDay = { ...sameDay, modifiedAt: '2026-05-05T05:00:00Z' };
    expect(viewOf(nextDay).updated).toBe('Mis à jour le 5\u00a0mai 2026');
  });

  it('tells when it was verified', () => {
    expect(viewOf(article('a', { verifiedAt: '2026-09-01' })).verified).toBe(
      'Information vérifiée le 1er\u00a0septembre 2026',
    );
    expect(viewOf(article('a')).verified).toBeNull();
  });

  it('tells of the latest correction, in whatever order they were written', () => {
    const corrections = ['2026-05-04', '2026-11-02', '2026-06-01'].map((date) => ({
      date,
      text: 'Une date',
    }));
    expect(viewOf(article('a', { corrections })).corrected).toBe(
      'Cet article a été corrigé le 2\u00a0novembre 2026.',
    );
    expect(viewOf(article('a')).corrected).toBeNull();
  });
});

describe('the terms of the glossary in an article', () => {
  it('lead there from the first place that names them', () => {
    const subject = article('a', {
      body: [
        {
          type: 'text',
          content: [{ type: 'paragraph', children: [{ type: 'text', text: 'Le CSQ, et le CSQ.' }] }],
        },
      ],
    });
    const [block] = viewOf(subject, term('csq', { acronym: 'CSQ' }), term('caq', { acronym: 'CAQ' })).body;
    expect(block?.type === 'text' && block.content[0]).toMatchObject({
      children: [{ text: 'Le ' }, { type: 'link', url: '/glossaire/#csq' }, { text: ', et le CSQ.' }],
    });
  });
});

describe('the banner of a programme', () => {
  it('is there when nobody can apply any more, and says since when', () => {
    expect(programmeBanner(peq({ status: 'closed', since: '2025-11-19' }))).toMatch(
      /fermé depuis le 19\u00a0novembre 2025/,
    );
    expect(programmeBanner(peq({ status: 'suspended' }))).toMatch(/suspendu/);
    expect(programmeBanner(peq({ status: 'open' }))).toBeNull();
    expect(programmeBanner(peq({ status: 'proposed' }))).toBeNull();
  });
});

describe('the invitation at the end', () => {
  const federal = programme('ee', { jurisdiction: 'CA' });
  const quebec = programme('peq');
  const inviting = (quebecs: boolean) =>
    article('a', {
      body: [{ type: 'call-to-action', title: 'T', text: null, label: 'L', href: '/', quebec: quebecs }],
    });
  const about = (...ids: string[]) => article('a', { programmes: ids });
  const taking = [organization('fr-CA', { takesQuebecMandates: true }), consultant('a')];
  const asks = (subject: EntryOf<'article'>, offers: boolean) =>
    viewOf(subject, federal, quebec, ...(offers ? taking : [])).asksForContact;

  it('is there unless the article has its own', () => {
    expect(asks(article('a'), true)).toBe(true);
    expect(asks(inviting(true), true)).toBe(false);
    expect(asks(inviting(false), false)).toBe(false);
  });

  it('is gone with Québec’s programmes, but for articles about federal ones alone', () => {
    expect(asks(article('a'), false)).toBe(false);
    expect(asks(inviting(true), false)).toBe(false);
    expect(asks(about(quebec.documentId), false)).toBe(false);
    expect(asks(about(quebec.documentId, federal.documentId), false)).toBe(false);
    expect(asks(about(federal.documentId), false)).toBe(true);
  });
});

describe('the article that replaces another', () => {
  const old = article('old', { locale: 'en-CA', supersededBy: documentId('new') });

  it('is the one in the same language, else in the other, else none', () => {
    const french = article('new', { title: 'Nouveau' });
    const english = article('new', { locale: 'en-CA', title: 'New' });
    expect(viewOf(old, french, english).successor?.title).toBe('New');
    expect(viewOf(old, french).successor).toMatchObject({ title: 'Nouveau', locale: 'fr-CA' });
    expect(viewOf(old).successor).toBeUndefined();
  });
});

describe('the structured data of an article', () => {
  const subject = article('pstq', {
    title: HOSTILE,
    dek: 'Résumé',
    category: documentId('permanente'),
    corrections: [{ date: '2026-05-06', text: 'Une date a été corrigée.' }],
    sources: [
      { title: 'Page officielle', publisher: 'Québec', url: 'https://www.quebec.ca/', readOn: '2026-05-01' },
    ],
  });
  const json = scriptJson(
    articleGraph(subject, viewOf(subject, category('permanente', { name: 'Permanente' })), SITE),
  );
  const [news, trail] = JSON.parse(json)['@graph'];

  it('has what a news article is asked for', () => {
    expect(news).toMatchObject({
      '@type': 'NewsArticle',
      headline: HOSTILE,
      datePublished: subject.publishedAt,
      dateModified: subject.modifiedAt,
      inLanguage: 'fr-CA',
      publisher: { '@type': 'ProfessionalService', '@id': 'https://site.example/#organization' },
      correction: [{ '@type': 'CorrectionComment', datePublished: '2026-05-06' }],
      citation: [{ '@type': 'CreativeWork', url: 'https://www.quebec.ca/' }],
    });
    expect(news.author).toHaveLength(1);
  });

  it('has the whole trail, the article included', () => {
    expect(trail['@type']).toBe('BreadcrumbList');
    expect(
      trail.itemListElement.map(({ position, item }: { position: number; item: string }) => [position, item]),
    ).toEqual([
      [1, 'https://site.example/'],
      [2, 'https://site.example/nouvelles/'],
      [3, 'https://site.example/nouvelles/categorie/permanente/'],
      [4, 'https://site.example/nouvelles/pstq/'],
    ]);
  });

  it('cannot end its script element', () => {
    expect(json).not.toContain('<');
  });
});
