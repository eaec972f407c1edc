import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { PersonBundle } from '@passerelle/contracts';
import PdfDocument from 'pdfkit';
import { BUNDLE_PARTS, type BundleLine, entriesOf } from '../domain/bundle-lines.ts';
import type { BundleTexts } from '../i18n/fr.ts';

const fromHere = createRequire(__filename);
/** Latin, Greek, Cyrillic, Hebrew, Arabic; what it hasn't is an empty box, and whole in the JSON file. */
const REGULAR = 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
const BOLD = 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';

const MARGIN = 56;

/** A bundle as a tagged PDF: headings and paragraphs in their order, a language, a title. */
export async function bundlePdf(
  bundle: PersonBundle,
  texts: BundleTexts,
  language: 'fr' | 'en',
): Promise<Buffer> {
  const pdf = new PdfDocument({
    size: 'LETTER',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: `${language}-CA`,
    displayTitle: true,
    info: { Title: texts.title, CreationDate: new Date(bundle.at), ModDate: new Date(bundle.at) },
    font: fromHere.resolve(REGULAR),
  });
  pdf.registerFont('regular', fromHere.resolve(REGULAR));
  pdf.registerFont('bold', fromHere.resolve(BOLD));
  const whole = buffer(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const say = (
    tag: 'H1' | 'H2' | 'H3' | 'P',
    text: string,
    { font = 'regular', size = 10, gap = 4 } = {},
  ) => {
    root.add(
      pdf.struct(tag, {}, () => {
        pdf.font(font).fontSize(size).text(text, { paragraphGap: gap });
      }),
    );
  };
  say('H1', texts.title, { font: 'bold', size: 20, gap: 10 });
  say('P', `${texts.address}\u00a0: ${bundle.email}`);
  say('P', `${texts.made}\u00a0: ${bundle.at}`);
  say('P', texts.lead);
  for (const part of BUNDLE_PARTS) {
    say('H2', texts.parts[part], { font: 'bold', size: 14, gap: 6 });
    const entries = entriesOf(bundle, part);
    if (entries.length === 0) say('P', texts.none);
    for (const [index, lines] of entries.entries()) {
      if (entries.length > 1) say('H3', String(index + 1), { font: 'bold', size: 11 });
      for (const line of lines) say('P', written(line), { size: 9, gap: 2 });
    }
  }
  say('P', texts.notFound, { gap: 6 });
  say('P', texts.exact);
  root.end();
  pdf.end();
  return whole;
}

const written = ({ path, value }: BundleLine): string => `${path.join(' › ')}\u00a0: ${value}`;
