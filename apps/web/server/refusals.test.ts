import { expect, test } from 'vitest';
import { aroundInEnglish, en } from './i18n/en.ts';
import { aroundInFrench, fr } from './i18n/fr.ts';
import type { Practice } from './practice.ts';
import { refusalSheet } from './refusal-sheet.ts';
import { type Refusal, refusalPage } from './refusals.ts';

const REFUSALS = Object.keys(fr) as Refusal[];
const one = { name: 'Exemple &amp; fils', telephone: '+14185550100', telephoneText: '418\u00a0555-0100' };
const PRACTICE: Practice = {
  'fr-CA': { ...one, notice: 'Un site privé.' },
  'en-CA': { ...one, notice: 'A private site.' },
};

test.each(REFUSALS)('%s: both languages, that of the path first', (refusal) => {
  for (const [target, first, second] of [
    ['/rien/', fr, en],
    ['/en/nothing/', en, fr],
  ] as const) {
    const { html } = refusalPage(refusal, target);
    expect(html).toContain(`<h1>${first[refusal].title}</h1>`);
    expect(html).toContain(`<h2>${second[refusal].title}</h2>`);
    expect(html.indexOf(first[refusal].text)).toBeLessThan(html.indexOf(second[refusal].text));
  }
});

test.each(REFUSALS)('%s: small, and styled by the server’s own sheet alone', (refusal) => {
  const { html } = refusalPage(refusal, '/rien/', { sent: true, practice: PRACTICE });
  expect(Buffer.byteLength(html) + refusalSheet.bytes.byteLength).toBeLessThan(5 * 1_024);
  expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:|src=/);
  expect([...html.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    refusalSheet.path,
  ]);
});

test('nothing of the address that was asked is in the page', () => {
  expect(refusalPage('gone', '/"><script>alert(1)</script>/').html).toBe(refusalPage('gone', '/').html);
});

test('who sent something is told what became of it', () => {
  expect(refusalPage('failed', '/contact/', { sent: true }).html).toContain(aroundInFrench.unsure);
  expect(refusalPage('not-ready', '/en/contact/', { sent: true }).html).toContain(aroundInEnglish.unsent);
  expect(refusalPage('failed', '/contact/').html).not.toContain(aroundInFrench.unsure);
});

test('asking again is offered where it may help, and never sends again', () => {
  expect(refusalPage('not-ready', '/').html).toContain(aroundInFrench.again);
  expect(refusalPage('failed', '/', { sent: true }).html).not.toContain(aroundInFrench.again);
  expect(refusalPage('gone', '/').html).not.toContain(aroundInFrench.again);
});

test.each(REFUSALS)('%s: whose site it is, that it is private, and a person to call', (refusal) => {
  const french = refusalPage(refusal, '/rien/', { practice: PRACTICE }).html;
  expect(french).toContain('<strong>Exemple &amp; fils</strong><br>Un site privé.');
  expect(french).toContain(`– Exemple &amp; fils</title>`);
  expect(french).toContain('<a href="tel:+14185550100">418\u00a0555-0100</a>');
  expect(refusalPage(refusal, '/en/nothing/', { practice: PRACTICE }).html).toContain('A private site.');
  expect(refusalPage(refusal, '/rien/').html).not.toMatch(/<header|tel:/);
});
