/**
 * How wide an image is shown in each place, as `sizes` tells it: 74rem of page between gutters of 4 % of the
 * window, and the columns of `cards.css`, `home.css` and `article.css` in it.
 */
export const PICTURE_SIZES = {
  lead: '(min-width: 80rem) 42rem, (min-width: 56rem) 53vw, 92vw',
  card: '(min-width: 80rem) 23.5rem, (min-width: 66rem) 29vw, (min-width: 44rem) 44vw, 92vw',
  'narrow-card':
    '(min-width: 80rem) 17rem, (min-width: 76rem) 22vw, (min-width: 56rem) 29vw, (min-width: 37rem) 44vw, 92vw',
  cover: '(min-width: 80rem) 74rem, 92vw',
  figure: '(min-width: 46rem) 40rem, 92vw',
} as const;
export type PicturePlace = keyof typeof PICTURE_SIZES;

/** The class of `picture.css` that holds an image at a crop; none for the middle. */
export const cropClass = (crop: number): string | undefined => (crop === 50 ? undefined : `crop-${crop}`);
