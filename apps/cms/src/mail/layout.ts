import type { Locale } from '@passerelle/contracts';
import type { Slots } from './compile.ts';
import { mailTexts } from './i18n/texts.ts';
import { Markup, markup } from './markup.ts';
import type { SenderBlock } from './sender-block.ts';

/**
 * The site's colours (`apps/web/src/styles/tokens.css`). In the dark they are the style sheet's, by the classes
 * below; a reader without one keeps the light ones.
 */
const LIGHT = {
  paper: '#faf6ef',
  surface: '#fffdf9',
  line: '#dbcfbd',
  ink: '#1c2b30',
  inkSoft: '#4d5b5e',
  river: '#17616a',
  onRiver: '#f6f1e7',
};

const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  a { color: #17616a; }
  .soft div { color: #4d5b5e !important; }
  .button a { border: 1px solid #17616a !important; }
  @media (prefers-color-scheme: dark) {
    .paper, [role='article'] { background: #0f191c !important; }
    .surface, .surface > table { background: #18272b !important; }
    .surface > table > tbody > tr > td { border-color: #304348 !important; }
    .ink div, .ink td, .ink th { color: #ece5d8 !important; }
    .soft div, .ink th { color: #b4bebb !important; }
    .ink tr, .ink td, .ink th, .ink blockquote { border-color: #304348 !important; }
    .note { border-color: #86ccd0 !important; }
    .important, .deadline { border-color: #eec36a !important; }
    .river div, a { color: #86ccd0 !important; }
    .button td { background: #86ccd0 !important; }
    .button a { background: #86ccd0 !important; color: #0f191c !important; border-color: #86ccd0 !important; }
  }
`;

const SANS = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';
const SERIF = 'Georgia, Times New Roman, serif';

/**
 * MJML of a whole mail: the site's name, a sheet with its heading and content, and who writes. Its slots are
 * `subject`, `preview`, `heading`, `sender`, and those of the content.
 *
 * @param content MJML for one column; without anything merged.
 */
export function layoutMjml(locale: Locale, content: string): string {
  const { layout } = mailTexts(locale);
  return `
<mjml lang="${locale}" dir="ltr">
  <mj-head>
    <mj-title>{{subject}}</mj-title>
    <mj-preview>{{preview}}</mj-preview>
    <mj-raw>
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
    </mj-raw>
    <mj-attributes>
      <mj-all font-family="${SANS}" />
      <mj-text font-size="16px" line-height="1.55" color="${LIGHT.ink}" padding="8px 24px" css-class="ink" />
      <mj-section padding="0" />
      <mj-button font-size="16px" font-weight="600" background-color="${LIGHT.river}" color="${LIGHT.onRiver}"
        border-radius="8px" inner-padding="13px 22px" align="left" padding="16px 24px 8px" css-class="button" />
      <mj-table font-size="15px" line-height="1.5" color="${LIGHT.ink}" padding="8px 24px" css-class="ink" />
    </mj-attributes>
    <mj-style>${STYLE}</mj-style>
  </mj-head>
  <mj-body background-color="${LIGHT.paper}" css-class="paper" width="600px">
    <mj-section padding="28px 12px 12px">
      <mj-column>
        <mj-text css-class="river" font-family="${SERIF}" font-size="20px" font-weight="600" color="${LIGHT.river}"
          padding="0 24px">${layout.siteName}</mj-text>
      </mj-column>
    </mj-section>
    <mj-wrapper padding="0 12px">
    <mj-section css-class="surface" background-color="${LIGHT.surface}" border="1px solid ${LIGHT.line}"
      border-radius="16px" padding="24px 0 28px">
      <mj-column>
        <mj-text padding-bottom="14px"><h1 style="margin:0;font-family:${SERIF};font-size:25px;line-height:1.25;font-weight:600">{{heading}}</h1></mj-text>
        ${content}
      </mj-column>
    </mj-section>
    </mj-wrapper>
    <mj-section padding="16px 12px 32px">
      <mj-column>
        <mj-text css-class="soft" font-size="13px" color="${LIGHT.inkSoft}">{{sender}}${layout.privateSite}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

/** The slots the layout itself has. */
export function layoutSlots(
  words: { subject: string; preview: string; heading: string },
  sender: SenderBlock,
): Slots {
  const lines = sender.map((line) => markup`${senderLine(line)}<br>`);
  return { ...words, sender: sender.length === 0 ? new Markup('') : markup`${lines}<br>` };
}

/** A line of who writes, as the HTML part has it: an address of a page is a link. */
export function senderLine(line: string): Markup {
  const { before, url } = /^(?<before>.*?)(?<url>https?:\/\/\S+)?$/.exec(line)?.groups ?? {};
  const link = url === undefined ? new Markup('') : markup`<a href="${url}">${url}</a>`;
  return markup`${before ?? ''}${link}`;
}

/** The plain-text part: the template's text, then who writes. */
export function layoutText(locale: Locale, text: string, sender: SenderBlock): string {
  const parts = [text, '-- ', ...sender, mailTexts(locale).layout.privateSite];
  return `${parts.join('\n')}\n`;
}
