/** An issue in the words of one locale and one choice of articles. */
export interface Rendition {
  subject: string;
  /** Both with the slots below wherever a link of the reader's own belongs. */
  html: string;
  text: string;
  /** Document ids of the articles it tells of. */
  articles: readonly string[];
  /** Shown by the HTML as `cid:…`: they travel with the mail, so that reading it asks nothing of anybody. */
  images: readonly InlineImage[];
}

/** An image within a mail. */
export interface InlineImage {
  /** Its `Content-ID`, without angle brackets. */
  cid: string;
  mime: 'image/jpeg';
  base64: string;
}

/** Characters of private use: nobody types them, and neither HTML nor MJML changes them. */
export const READER_SLOTS = {
  unsubscribe: '\ue000unsubscribe\ue001',
  manage: '\ue000manage\ue001',
} as const;

/** Finds the slots; the name is captured. */
export const SLOT = /\ue000(unsubscribe|manage)\ue001/;
