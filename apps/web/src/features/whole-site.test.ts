import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE } from '../testing/hostile-entries.ts';
import { buildWholeSite, NAME, QUEBEC_OFFER, SITE } from '../testing/whole-site.ts';

/** The site as `astro build` makes it of a small content, hostile in part, read as a browser would. */

/** Where a form may lead, and where results are asked for. */
const VOTED_AT = /^\/(?:sondages\/[\w-]+\/voter|en\/polls\/[\w-]+\/vote)\/$/;
const RESULTS_AT =
  /^\/(?:sondages\/[\w-]+\/(?:resultats\/|decompte\.txt)|en\/polls\/[\w-]+\/(?:results\/|count\.txt))$/;
/** Answered at the time of the request, and so no file. */
const ON_DEMAND = ['/recherche/', '/en/search/', '/infolettre/', '/en/newsletter/'];

let files: ReadonlyMap<string, string>;
const textOf = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The site has no ${path}`);
  return text;
};
const isFirst = (image: Element) => image.getAttribute('fetchpriority') === 'high';
const documentOf = (path: string): Document => parseHTML(textOf(path)).document;
const pages = () => [...files.keys()].filter((path) => path.endsWith('/') || path.endsWith('.html'));

beforeAll(() => {
  files = buildWholeSite();
}, 180_000);

describe('every page', () => {
  it('runs no script but that of an open poll, and carries no inline style', () => {
    for (const path of pages()) {
      const document = documentOf(path);
      const scripts = [...document.querySelectorAll('script')];
      const run = scripts.filter((script) => script.getAttribute('type') !== 'application/ld+json');
      const forms = [...document.querySelectorAll('main form')];
      expect(run, path).toHaveLength(forms.length > 0 ? 1 : 0);
      for (const script of run) {
        expect(script.getAttribute('src'), path).toMatch(/^\/_astro\/[\w.-]+\.js$/);
        expect(script.textContent, path).toBe('');
      }
      for (const form of forms) expect(form.getAttribute('action'), path).toMatch(VOTED_AT);
      for (const element of document.querySelectorAll('*')) {
        const risky = element.getAttributeNames().filter((name) => name === 'style' || name.startsWith('on'));
        expect(risky, `${path} ${element.tagName}`).toEqual([]);
      }
      expect(document.querySelectorAll('style, iframe, object, embed, base'), path).toHaveLength(0);
    }
  });

  it('links to safe addresses, and inside the site only to what is there', () => {
    for (const path of pages()) {
      for (const element of documentOf(path).querySelectorAll('[href], [src]')) {
        const href = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        expect(href, path).toMatch(/^(https?:|mailto:|tel:|\/(?![/\\])|#)/);
        const isFile = !href.startsWith('/media/') && !RESULTS_AT.test(href);
        if (href.startsWith('/') && isFile) {
          const [file = '', place] = href.split('#');
          expect([...files.keys(), ...ON_DEMAND], `${path} → ${href}`).toContain(file);
          if (place) expect(documentOf(file).getElementById(place), `${path} → ${href}`).not.toBeNull();
        }
      }
    }
  });

  it('names its icons and what a device keeps it by, in its own language', () => {
    const PAPER_TOKEN = readFileSync(`${import.meta.dirname}/../styles/tokens.css`, 'utf8').match(
      /--paper: (#\w+)/,
    )?.[1];
    for (const [page, locale, path] of [
      ['/', 'fr-CA', '/site.webmanifest'],
      ['/en/', 'en-CA', '/en/site.webmanifest'],
    ] as const) {
      const head = documentOf(page).head;
      const linked = (rel: string) =>
        [...head.querySelectorAll(`link[rel="${rel}"]`)].map((link) => link.getAttribute('href'));
      expect(linked('manifest')).toEqual([path]);
      expect(linked('icon')).toEqual(['/favicon.svg']);
      expect(linked('apple-touch-icon')).toEqual(['/apple-touch-icon.png']);
      // Asked for at the root, without a link, by what draws no SVG.
      for (const path of ['/favicon.ico', '/apple-touch-icon.png']) expect(files.has(path), path).toBe(true);
      const manifest = JSON.parse(textOf(path));
      expect(manifest).toMatchObject({ lang: locale, start_url: page, theme_color: PAPER_TOKEN });
      expect(manifest.name).not.toBe('');
      for (const { src, sizes, type, purpose } of manifest.icons) {
        expect(files.has(src), src).toBe(true);
        expect([sizes, type, purpose]).toEqual([
          expect.stringMatching(/^(192x192|512x512)$/),
          'image/png',
          expect.stringMatching(/^(any|maskable)$/),
        ]);
      }
    }
  });

  it('tells the server whose site it is, for what that answers by itself', () => {
    expect(JSON.parse(textOf('/cabinet.json'))).toMatchObject({
      'fr-CA': { notice: 'Un site privé, pas celui d’un gouvernement.', telephone: '+14185550100' },
      'en-CA': { notice: 'A private site, not a government’s.', telephoneText: '418\u00a0555-0100' },
    });
  });

  it('is for visitors: the atelier is none of them', () => {
    expect([...files.keys()].filter((path) => path.includes('atelier'))).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    for (const path of pages()) {
      for (const element of documentOf(path).querySelectorAll(
        'img, link[rel=stylesheet], link[rel=preload], link[rel=icon]',
      )) {
        expect(element.getAttribute('href') ?? element.getAttribute('src'), path).toMatch(/^\/(?!\/)/);
      }
    }
  });

  it('shows images in every form, with their size, and one of them first', () => {
    for (const path of pages()) {
      const document = documentOf(path);
      const images = [...document.querySelectorAll('main img')];
      for (const image of images) {
        const types = [...(image.parentElement?.querySelectorAll('source') ?? [])].map((source) => [
          source.getAttribute('type'),
          source.getAttribute('srcset')?.split(', ').length,
          (source.getAttribute('sizes') ?? '') !== '',
        ]);
        expect(types, path).toEqual([
          ['image/avif', 4, true],
          ['image/webp', 4, true],
        ]);
        expect(image.getAttribute('src'), path).toBe(`/media/${NAME}.jpg`);
        expect(image.hasAttribute('alt'), path).toBe(true);
        expect([image.getAttribute('width'), image.getAttribute('height')], path).toEqual(['1080', '608']);
      }
      expect(images.filter(isFirst).length, path).toBeLessThanOrEqual(1);
      // A row of cards at most is in sight when the page opens.
      const fetched = images.map((image) => image.getAttribute('loading') !== 'lazy');
      expect(fetched.lastIndexOf(true), path).toBeLessThan(3);
      expect(fetched.lastIndexOf(true), path).toBe(fetched.filter(Boolean).length - 1);
    }
    expect(documentOf('/nouvelles/hostile/').querySelectorAll('main img[fetchpriority=high]')).toHaveLength(
      1,
    );
  });

  it('names an image that stands for it, of its own if it is an article', () => {
    const standsFor = (path: string) =>
      documentOf(path).querySelector('meta[property="og:image"]')?.getAttribute('content');
    for (const path of pages()) expect(standsFor(path), path).toMatch(`${SITE}/social/`);
    expect(standsFor('/nouvelles/arrima/')).not.toBe(standsFor('/en/news/arrima-profile/'));
    expect(standsFor('/nouvelles/arrima/')).not.toBe(standsFor('/nouvelles/saguenay/'));
    expect(standsFor('/')).toBe(standsFor('/nouvelles/'));
  });

  it('has one title, one first heading, its language and a way past the header', () => {
    for (const path of pages()) {
      const document = documentOf(path);
      expect(document.querySelectorAll('h1'), path).toHaveLength(1);
      expect(document.querySelector('title')?.textContent, path).toBeTruthy();
      expect(document.documentElement.getAttribute('lang'), path).toBe(
        path.startsWith('/en/') ? 'en-CA' : 'fr-CA',
      );
      expect(document.querySelector('a[href="#contenu"]'), path).not.toBeNull();
      expect(document.querySelector('main#contenu'), path).not.toBeNull();
    }
  });

  it('says which titles are in another language, and that of words it quotes', () => {
    const told = (path: string, selector: string) =>
      [...documentOf(path).querySelectorAll(selector)].map((element) =>
        ['lang', 'hreflang'].map((name) => element.getAttribute(name)),
      );
    const own = [null, null];
    const french = ['fr', 'fr'];
    const english = ['en', 'en'];
    expect(told('/nouvelles/cite/', '.notes a')).toEqual([own, english]);
    expect(told('/en/news/quoting/', '.notes a')).toEqual([french, own]);
    expect(told('/nouvelles/cite/', '.facts .programme-detail a')).toEqual([english]);
    expect(told('/programmes/sans-ronde/', '.facts .programme-detail a')).toEqual([english]);
    expect(told('/en/programs/no-round/', '.timeline .programme-detail a')).toEqual([french]);
    expect(told('/glossaire/', '#mot-cite .term-source a')).toEqual([own, english]);
    expect(told('/en/glossary/', '#quoted-word .term-source a')).toEqual([french, own]);
    expect(told('/nouvelles/cite/', 'blockquote').map(([lang]) => lang)).toEqual(['fr', 'en', null]);
    expect(told('/en/news/quoting/', 'blockquote').map(([lang]) => lang)).toEqual(['fr', 'en', null]);
  });

  it('names itself as canonical unless it is not to be found, and its languages answer each other', () => {
    for (const path of pages()) {
      const document = documentOf(path);
      const hidden = document.querySelector('meta[name=robots][content=noindex]') !== null;
      expect(document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null, path).toBe(
        hidden ? null : SITE + path,
      );
      for (const link of document.querySelectorAll('link[hreflang]')) {
        const there = documentOf((link.getAttribute('href') ?? '').slice(SITE.length));
        expect(
          there.querySelector(`link[hreflang][href="${SITE}${path}"]`),
          `${path} ↔ ${link.getAttribute('href')}`,
        ).not.toBeNull();
      }
    }
  });

  it('carries structured data that parses', () => {
    const kinds = pages().flatMap((path) =>
      [...documentOf(path).querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
        JSON.parse(script.textContent ?? '')['@graph'].map((node: { '@type': string }) => node['@type']),
      ),
    );
    expect(new Set(kinds)).toEqual(
      new Set([
        'WebSite',
        'ProfessionalService',
        'NewsArticle',
        'BreadcrumbList',
        'WebPage',
        'Dataset',
        'DefinedTermSet',
      ]),
    );
  });
});

describe('hostile content', () => {
  it.each(['/nouvelles/hostile/', '/page-hostile/', '/nouvelles/categorie/hostile/'])(
    'stays text on %s',
    (path) => {
      const document = documentOf(path);
      expect(document.querySelector('h1')?.textContent?.trim()).toBe(HOSTILE);
      expect(document.querySelector('title')?.textContent).toContain(HOSTILE);
      expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(HOSTILE);
      expect(document.querySelectorAll('svg[onload], img[onerror]')).toHaveLength(0);
    },
  );

  it('stays text on the pages of polls', () => {
    for (const path of ['/sondages/sondage-ouvert/', '/sondages/sondage-clos/', '/sondages/p/']) {
      expect(documentOf(path).querySelector('h1')?.textContent?.trim(), path).toBe(HOSTILE);
    }
    const open = documentOf('/sondages/sondage-ouvert/');
    expect(open.querySelector('legend')?.textContent).toBe(HOSTILE);
    expect(open.querySelector('.poll-option span')?.textContent).toBe(HOSTILE);
    expect(open.querySelector('.poll-label')?.textContent).toBe(HOSTILE);
    expect(documentOf('/sondages/').querySelector('.poll-card a')?.textContent).toBeTruthy();
  });

  it('stays text on the pages of programmes, of rounds and of the glossary', () => {
    const programme = documentOf('/programmes/programme-hostile/');
    expect(programme.querySelector('h1')?.textContent?.trim()).toBe(HOSTILE);
    expect(programme.querySelector('.timeline li:last-child p + p')?.textContent?.trim()).toBe(HOSTILE);
    const rounds = documentOf('/programmes/programme-hostile/rondes/');
    expect(rounds.querySelector('.rounds-stream')?.textContent).toContain(HOSTILE);
    expect(documentOf('/programmes/').querySelector('.programme-card-summary')?.textContent).toBe(HOSTILE);
    expect(documentOf('/glossaire/').querySelector('#terme-hostile dd p')?.textContent).toBe(HOSTILE);
    for (const path of ['/programmes/programme-hostile/', '/programmes/', '/glossaire/']) {
      expect(documentOf(path).querySelectorAll('svg[onload], img[onerror]'), path).toHaveLength(0);
    }
  });

  it('shows every block, its words intact', () => {
    const main = documentOf('/page-hostile/').querySelector('.prose');
    const shown = (selector: string) => main?.querySelector(selector)?.textContent?.trim();
    for (const selector of [
      'h2',
      'pre',
      '.callout-title',
      'caption',
      'tbody th',
      'td',
      'blockquote p',
      '.embed-title',
      '.poll-question',
      '.poll li',
      '.call-to-action-title',
      '.consultants h2',
      '.consultant h3',
    ]) {
      expect(shown(selector), selector).toBe(HOSTILE);
    }
    expect(main?.querySelector('figure img')?.getAttribute('alt')).toBe(HOSTILE);
  });
});

describe('what offers a service for Québec’s programmes', () => {
  const shownIn = (path: string) => textOf(path).includes(QUEBEC_OFFER);

  it('is shown, in pages and feeds, where the practice may offer it', () => {
    expect(shownIn('/nouvelles/offre/')).toBe(true);
    expect(shownIn('/nouvelles/rss.xml')).toBe(true);
    expect(documentOf('/').querySelector('.contact-panel h2')?.textContent).toBe('Débuter votre démarche');
    for (const path of ['/nouvelles/arrima/', '/programmes/pstq/', '/programmes/federal/']) {
      expect(documentOf(path).querySelector('.contact-panel'), path).not.toBeNull();
    }
  });

  it('is nowhere else', () => {
    expect([...files.keys()].filter((path) => path.startsWith('/en/') && shownIn(path))).toEqual([]);
    const inviting = pages().filter(
      (path) =>
        path.startsWith('/en/') && documentOf(path).querySelector('.contact-panel, .call-to-action') !== null,
    );
    expect(inviting.toSorted()).toEqual(['/en/', '/en/programs/federal-program/']);
    expect(documentOf('/en/').querySelector('.contact-panel h2')?.textContent).toBe('Reach us');
  });

  it('comes with who is registered, and what is no contract; every page says it in its footer', () => {
    for (const path of ['/', '/nouvelles/offre/', '/nouvelles/arrima/']) {
      const identified = documentOf(path).querySelector('main .identification')?.textContent;
      expect(identified, path).toContain('permis R000000');
      expect(identified, path).toContain('contrat écrit et signé');
      expect(identified, path).toContain('valide jusqu’au 1er\u00a0janvier 2028');
    }
    for (const path of pages()) {
      expect(documentOf(path).querySelector('.site-footer')?.textContent, path).toContain('R000000');
    }
  });
});

describe('an article', () => {
  it('leads back to the news', () => {
    const link = documentOf('/nouvelles/arrima/').querySelector('.article-back a');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual(['Retour aux nouvelles', '/nouvelles/']);
  });

  it('leads to its sibling, or says where else it leads', () => {
    const switchOf = (path: string) => documentOf(path).querySelector('.language-switch');
    expect(switchOf('/nouvelles/arrima/')?.getAttribute('href')).toBe('/en/news/arrima-profile/');
    expect(switchOf('/en/news/arrima-profile/')?.getAttribute('href')).toBe('/nouvelles/arrima/');
    expect(switchOf('/nouvelles/saguenay/')?.getAttribute('href')).toBe('/en/news/');
    expect(switchOf('/nouvelles/saguenay/')?.textContent?.trim()).toBe('English (news)');
  });

  it('that was corrected says so before its text, and leads there', () => {
    const document = documentOf('/nouvelles/corrige/');
    const banner = document.querySelector('.article-header .banner:has([href="#corrections"])');
    expect(banner?.textContent).toContain('corrigé le 6\u00a0mai 2026');
    expect(document.querySelector(banner?.querySelector('a')?.getAttribute('href') ?? '')?.tagName).toBe(
      'H2',
    );
    expect(documentOf('/nouvelles/arrima/').querySelector('[href="#corrections"]')).toBeNull();
  });

  it('that was replaced leads to the newer one', () => {
    const banner = documentOf('/nouvelles/saguenay/').querySelector('.banner-superseded a');
    expect(banner?.getAttribute('href')).toBe('/nouvelles/arrima/');
  });
});

describe('a programme', () => {
  it.each([
    ['/programmes/pstq/', '/programmes/pstq/rondes/', '/en/programs/skilled-workers/'],
    ['/en/programs/skilled-workers/', '/en/programs/skilled-workers/rounds/', '/programmes/pstq/'],
  ])('%s leads to its rounds and to its sibling', (path, rounds, sibling) => {
    const document = documentOf(path);
    expect(document.querySelector('.more a')?.getAttribute('href')).toBe(rounds);
    expect(document.querySelector('.language-switch')?.getAttribute('href')).toBe(sibling);
    expect(document.querySelectorAll('.timeline li')).toHaveLength(1);
  });

  it('that has had no round has no page of rounds', () => {
    expect([...files.keys()].filter((path) => path.includes('sans-ronde'))).toEqual([
      '/programmes/sans-ronde/',
    ]);
    expect(documentOf('/programmes/sans-ronde/').querySelector('.rounds-table')).toBeNull();
  });

  it('is told on the home page of both languages', () => {
    expect(documentOf('/').querySelector('.programmes-glance a[href="/programmes/pstq/"]')).not.toBeNull();
    expect(
      documentOf('/en/').querySelector('.programmes-glance a[href="/en/programs/skilled-workers/"]'),
    ).not.toBeNull();
  });
});

describe('rounds', () => {
  it.each(['/programmes/pstq/rondes/', '/en/programs/skilled-workers/rounds/'])(
    'on %s stand newest first, in a table, a chart of the same numbers, and feeds',
    (path) => {
      const document = documentOf(path);
      const rows = [...document.querySelectorAll('.rounds-table tbody tr')];
      expect(rows.map((row) => row.querySelector('time')?.getAttribute('datetime'))).toEqual([
        '2026-04-30',
        '2026-03-02',
      ]);
      expect(document.querySelector('th[aria-sort="descending"]')).not.toBeNull();
      for (const svg of document.querySelectorAll('.rounds-chart svg')) {
        expect(svg.getAttribute('role')).toBe('img');
        expect(svg.querySelectorAll('rect')).toHaveLength(2);
      }
      const own = [...document.querySelectorAll('link[rel=alternate][type]')].map((link) =>
        link.getAttribute('href'),
      );
      expect(own).toEqual(expect.arrayContaining([`${path}rss.xml`, `${path}feed.json`]));
      const feed = JSON.parse(textOf(`${path}feed.json`));
      const places = feed.items.map((item: { url: string }) => new URL(item.url).hash.slice(1));
      expect(places).toEqual(rows.map((row) => row.getAttribute('id')));
    },
  );
});

describe('the newsletter’s archive', () => {
  const archived = (path: string) =>
    [...documentOf(path).querySelectorAll('.archive-list a')].map((link) => link.getAttribute('href'));

  it('lists issues newest first, and has a page and a feed of each', () => {
    expect(archived('/infolettre/archives/').slice(0, 2)).toEqual([
      '/infolettre/archives/2026-11-24-quotidien/',
      '/infolettre/archives/2026-11-23-hebdomadaire/',
    ]);
    const page = documentOf('/en/newsletter/archive/2026-11-23-weekly/');
    expect(page.querySelector('h1')?.textContent).toBe('Arrima, in short');
    expect(page.querySelector('.prose h2 a')?.getAttribute('href')).toBe('/nouvelles/arrima/');
    expect(page.querySelector('link[hreflang="fr-CA"]')?.getAttribute('href')).toContain('/infolettre/');
    const feed = JSON.parse(textOf('/infolettre/archives/feed.json'));
    expect(feed.items.slice(0, 2).map(({ url }: { url: string }) => url)).toEqual([
      `${SITE}/infolettre/archives/2026-11-24-quotidien/`,
      `${SITE}/infolettre/archives/2026-11-23-hebdomadaire/`,
    ]);
    expect(feed.items[1].content_html).toContain(`href="${SITE}/nouvelles/arrima/"`);
    expect(textOf('/en/newsletter/archive/atom.xml')).toContain('Arrima, in short');
  });

  it('has its older issues on pages of their own, each once', () => {
    const first = documentOf('/infolettre/archives/');
    const older = first.querySelector('.pagination [rel="next"]')?.getAttribute('href') ?? '';
    expect(older).toBe('/infolettre/archives/page/1/');
    expect(documentOf(older).querySelector('.pagination a')?.getAttribute('href')).toBe(
      '/infolettre/archives/',
    );
    expect(archived(older)).toHaveLength(30);
    expect(new Set([...archived('/infolettre/archives/'), ...archived(older)]).size).toBe(62);
    expect(documentOf('/en/newsletter/archive/').querySelector('.pagination')).toBeNull();
  });
});

describe('the glossary', () => {
  it.each([
    ['/glossaire/', 'arrimage', 'Arrimage'],
    ['/en/glossary/', 'docking', 'Docking'],
  ])('%s has a place for each term', (path, place, name) => {
    const entry = documentOf(path).querySelector(`#${place}`);
    expect(entry?.querySelector('dt')?.textContent).toContain(name);
    expect(entry?.querySelector('abbr')?.textContent).toBe('ARR');
    expect(entry?.querySelector('dd')?.textContent).toBeTruthy();
  });
});

describe('lists and machine-readable files', () => {
  it('reach every article through their pages', () => {
    const linked = new Set<string>();
    for (let path: string | null = '/nouvelles/'; path; ) {
      const document: Document = documentOf(path);
      for (const link of document.querySelectorAll('.news-card-link'))
        linked.add(link.getAttribute('href') ?? '');
      path = document.querySelector('.pagination-older')?.getAttribute('href') ?? null;
    }
    const articles = [...files.keys()].filter((path) =>
      /^\/nouvelles\/(?!page\/|categorie\/)[^/.]+\/$/.test(path),
    );
    expect([...linked].sort()).toEqual(articles.sort());
  });

  it('are well-formed, and the sitemaps name every page that may be found', () => {
    const xml = [...files].filter(([path]) => path.endsWith('.xml'));
    expect(xml.length).toBeGreaterThan(10);
    for (const [path, text] of xml) expect(() => new XMLParser().parse(text, true), path).not.toThrow();
    const named = xml
      .filter(([path]) => path.startsWith('/sitemaps/'))
      .flatMap(([, text]) =>
        [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc.slice(SITE.length)),
      );
    const findable = pages().filter(
      (path) => !path.includes('404') && !/\/page\/\d+\/$/.test(path) && path !== '/nouvelles/saguenay/',
    );
    // Answered on demand: no page of the release.
    findable.push('/renseignements-personnels/', '/en/personal-information/');
    expect(named.sort()).toEqual(findable.sort());
  });
});
