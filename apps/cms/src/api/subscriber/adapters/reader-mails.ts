import {
  type Locale,
  newsletterConfirmPath,
  newsletterManagePath,
  newsletterUnsubscribePath,
} from '@passerelle/contracts';
import type { Mail } from '../../../platform/mailer/mail.ts';
import type { NewsletterSetting } from './newsletter-setting.ts';

/** Every mail of the outbox that is written to readers. */
export const READER_TEMPLATES = [
  'newsletter-confirm',
  'newsletter-address',
  'newsletter-welcome',
  'newsletter-already',
] as const;
type ReaderTemplate = (typeof READER_TEMPLATES)[number];

type Links = Pick<NewsletterSetting, 'siteUrl' | 'unsubscribeAddress'>;

/** To whom, in which language, and in answer to what: two mails of one occasion are one. */
interface Letter {
  email: string;
  locale: Locale;
  occasion: string;
}

/** Asks to confirm by a link, which alone subscribes (L2) or brings an address in (L9). */
export function confirmMail(
  { siteUrl }: Links,
  template: Extract<ReaderTemplate, 'newsletter-confirm' | 'newsletter-address'>,
  token: string,
  letter: Letter,
): Mail {
  const url = siteUrl + newsletterConfirmPath(letter.locale, token);
  return { ...addressed(letter), template, data: { url } };
}

/** Tells a reader where to see to the subscription, and where to end it. */
export function readerMail(
  { siteUrl, unsubscribeAddress }: Links,
  template: Extract<ReaderTemplate, 'newsletter-welcome' | 'newsletter-already'>,
  token: string,
  letter: Letter,
): Mail {
  const manageUrl = siteUrl + newsletterManagePath(letter.locale, token);
  const unsubscribeUrl = siteUrl + newsletterUnsubscribePath(letter.locale, token);
  return {
    ...addressed(letter),
    template,
    data: { manageUrl, unsubscribeUrl },
    unsubscribe: { url: unsubscribeUrl, address: unsubscribeAddress },
  };
}

const addressed = ({ email, locale, occasion }: Letter) => ({
  to: { name: '', address: email },
  locale,
  key: `newsletter ${occasion}`,
});
