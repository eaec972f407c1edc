import type { Consultant, Locale, Source } from '@passerelle/contracts';
import type { SiteImage } from '../published/published.ts';
import picture from './sample.svg?url';

/** What the atelier's components are shown with: long where that is hard, and about nobody. */

export const LOCALE: Locale = 'fr-CA';

/** What says which entry a sample is. */
export const identified = (letter: string) => ({ documentId: letter.repeat(24), locale: LOCALE });

export const PICTURE: SiteImage = {
  src: picture,
  mime: 'image/svg+xml',
  width: 1600,
  height: 900,
  alt: 'Un pont suspendu au-dessus d’une rivière',
  sources: [],
  crop: 50,
};

export const SOURCE: Source = {
  title: 'Source d’exemple',
  publisher: 'Éditeur d’exemple',
  url: 'https://source.example/',
  readOn: '2026-11-02',
};

export const CONSULTANT: Consultant = {
  kind: 'consultant',
  ...identified('c'),
  name: 'Personne d’exemple',
  licenceNumber: 'R000000',
  licenceClass: 'RCIC-IRB',
  registerUrl: 'https://registre.example/',
  languages: ['fr', 'en', 'es'],
  recognition: { number: '00000', expiresOn: '2028-03-14', state: 'valid' },
  presentation: 'Ce que la personne fait, et pour qui, en deux phrases. Elle reçoit sur rendez-vous.',
  photo: null,
  position: 1,
};
