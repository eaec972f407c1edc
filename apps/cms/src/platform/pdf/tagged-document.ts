import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PdfDocument from 'pdfkit';

const fromHere = createRequire(__filename);
/** Latin, Greek, Cyrillic, Hebrew, Arabic; what it hasn't is an empty box. */
const REGULAR = fromHere.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = fromHere.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

const STYLES = {
  H1: { font: BOLD, size: 20, gap: 10 },
  H2: { font: BOLD, size: 14, gap: 6 },
  H3: { font: BOLD, size: 11, gap: 4 },
  P: { font: REGULAR, size: 9, gap: 3 },
} as const;

/** A tagged PDF while it is written: headings and paragraphs in their order, a language, a title. */
export interface TaggedDocument {
  say(tag: keyof typeof STYLES, text: string): void;
  /** The whole file. Nothing can be said afterwards. */
  end(): Promise<Buffer>;
}

/** @param language as BCP 47 writes it */
export function taggedDocument({
  title,
  language,
  at,
}: {
  title: string;
  language: string;
  at: Date;
}): TaggedDocument {
  const pdf = new PdfDocument({
    size: 'LETTER',
    margin: 56,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: at, ModDate: at },
    font: REGULAR,
  });
  const whole = buffer(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return {
    say(tag, text) {
      const { font, size, gap } = STYLES[tag];
      root.add(
        pdf.struct(tag, {}, () => {
          pdf.font(font).fontSize(size).text(text, { paragraphGap: gap });
        }),
      );
    },
    end() {
      root.end();
      pdf.end();
      return whole;
    },
  };
}
