import type { Locale } from '@passerelle/contracts';
import { senderLine } from '../mail/layout.ts';
import { isWholeSender, type SenderBlock } from '../mail/sender-block.ts';
import { newsletterTexts } from './i18n/texts.ts';

/** Who writes and why, as a mail to many must say it (L6). */
export interface Signature {
  /** Whether the sender has all that the law asks for. */
  isWhole: boolean;
  /** What each part has of it, piece by piece. */
  text: readonly string[];
  html: readonly string[];
}

/** The signature of an issue in one language. */
export function signatureOf(locale: Locale, sender: SenderBlock): Signature {
  const { why } = newsletterTexts(locale);
  return {
    isWhole: isWholeSender(sender),
    text: [why, ...sender],
    html: [why, ...sender.map((line) => senderLine(line).html)],
  };
}
