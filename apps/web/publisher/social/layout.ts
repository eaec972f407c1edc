import { SOCIAL_SIZE, type SocialCard } from '../../src/published/social-card.ts';
import { SANS, SERIF, withSubstitutes } from './fonts.ts';
import { bridgeSvg, markSvg, riverSvg } from './motif.ts';

/** An element as satori takes it: like React's, without React. */
export interface CardElement {
  type: string;
  key: null;
  props: Record<string, unknown> & { children?: CardElement | CardElement[] | string };
}

type Style = Record<string, string | number>;

/** The colours of `styles/tokens.css`, light. */
const COLOUR = { field: '#0f4048', text: '#f6f1e7', soft: '#c3dad8', copper: '#f0a479' };
/** Height of what is above the words, in pixels. */
export const PICTURE_HEIGHT = 340;

/** Font size of a title of so many characters, in pixels: three lines at most. */
function titleSize(length: number): number {
  if (length <= 48) return 62;
  if (length <= 84) return 52;
  return length <= 130 ? 45 : 38;
}

/**
 * The card of an article: its cover over a field with category, title and the name of the practice. Without a cover
 * the footbridge stands there.
 *
 * @param cover a data URI of an image {@link PICTURE_HEIGHT} high and as wide as the card.
 */
export function cardLayout({ title, category, tradeName }: SocialCard, cover: string | null): CardElement {
  const shownTitle = withSubstitutes(title);
  const picture = cover
    ? image(cover, SOCIAL_SIZE.width, PICTURE_HEIGHT)
    : box({ width: SOCIAL_SIZE.width, height: PICTURE_HEIGHT, alignItems: 'flex-end' }, [
        image(bridgeSvg(COLOUR), SOCIAL_SIZE.width, 300),
      ]);
  const kicker = text(withSubstitutes(category ?? ''), {
    fontFamily: SANS,
    fontSize: 27,
    color: COLOUR.copper,
  });
  const name = box({ alignItems: 'center', gap: 14 }, [
    image(markSvg(COLOUR), 52, 52),
    text(withSubstitutes(tradeName), { fontFamily: SERIF, fontSize: 34, color: COLOUR.text }),
  ]);
  return box({ ...SOCIAL_SIZE, flexDirection: 'column', backgroundColor: COLOUR.field }, [
    picture,
    image(riverSvg(COLOUR), SOCIAL_SIZE.width, 14),
    box(
      { flexDirection: 'column', flexGrow: 1, padding: '18px 56px 26px', justifyContent: 'space-between' },
      [
        box({ width: '100%', justifyContent: 'space-between', alignItems: 'center' }, [kicker, name]),
        box({ flexGrow: 1, alignItems: 'center' }, [
          text(shownTitle, {
            display: 'block',
            fontFamily: SERIF,
            fontSize: titleSize(shownTitle.length),
            lineHeight: 1.14,
            color: COLOUR.text,
            width: '100%',
            lineClamp: 3,
          }),
        ]),
      ],
    ),
  ]);
}

const box = (style: Style, children: CardElement[]): CardElement => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, children },
});

const text = (value: string, style: Style): CardElement => ({
  type: 'div',
  key: null,
  props: { style: { fontWeight: 600, ...style }, children: value },
});

const image = (src: string, width: number, height: number): CardElement => ({
  type: 'img',
  key: null,
  props: { src, width, height },
});
