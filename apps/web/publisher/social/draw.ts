import { renderAsync } from '@resvg/resvg-js';
import satori from 'satori';
import sharp from 'sharp';
import { SOCIAL_SIZE, type SocialCard } from '../../src/published/social-card.ts';
import { coverOfCard } from '../images/encode.ts';
import { type CardFont, readCardFonts } from './fonts.ts';
import { cardLayout, PICTURE_HEIGHT } from './layout.ts';

/** Draws a card; `cover` is the original of its cover, when it has one. @returns a JPEG */
export type DrawCard = (card: SocialCard, cover: Uint8Array | null) => Promise<Buffer>;

/** Text stays sharp where its colour meets another: no chroma is left out. */
const JPEG = { quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' } as const;

const NOTHING = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;

/**
 * Draws social images. The fonts are read at the first.
 *
 * @param missing is told of characters that no font has; a gap stands for them.
 */
export function cardDrawer(missing: (characters: string) => void = () => {}): DrawCard {
  let fonts: Promise<CardFont[]> | undefined;
  return async (card, cover) => {
    fonts ??= readCardFonts();
    const picture = cover && (await coverOfCard(cover, card.cover?.focus ?? null, PICTURE_HEIGHT));
    const uri = picture && `data:image/jpeg;base64,${picture.toString('base64')}`;
    const svg = await satori(cardLayout(card, uri), {
      ...SOCIAL_SIZE,
      fonts: await fonts,
      loadAdditionalAsset: async (_, characters) => {
        missing(characters);
        return NOTHING;
      },
    });
    // Letters are paths by now: no font of the machine has a part in it.
    const drawn = await renderAsync(svg, { font: { loadSystemFonts: false } });
    const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const;
    return await sharp(drawn.pixels, { raw }).removeAlpha().jpeg(JPEG).toBuffer();
  };
}
