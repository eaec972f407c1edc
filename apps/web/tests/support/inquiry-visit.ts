import type { Entry } from '@passerelle/contracts';
import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import { consentText, consultant, guide, organization } from './entries.ts';
import type { Visitor } from './site-app.ts';

/** The inquiry's pages, gone through as a browser without a script would. */

export const TEXTS = (['notice', 'inquiry', 'newsletter'] as const).flatMap((purpose) => [
  consentText(purpose, 1),
  consentText(purpose, 1, { locale: 'en-CA', label: `Wording of ${purpose}` }),
]);
const OFFERS_QUEBEC: Entry[] = [
  ...(['fr-CA', 'en-CA'] as const).map((locale) => organization(locale, { takesQuebecMandates: true })),
  consultant('reconnue'),
];
export const CONTENT: Entry[] = [guide('fr-CA'), guide('en-CA'), ...TEXTS, ...OFFERS_QUEBEC];

export const START = '/demarche/';
export const FR = {
  message: '/demarche/demande/message/',
  contact: '/demarche/demande/coordonnees/',
  deadline: '/demarche/demande/date-limite/',
  consents: '/demarche/demande/accords/',
  check: '/demarche/demande/verification/',
  sent: '/demarche/demande/envoyee/',
};
export const CONTACT = [
  ['name', 'Visiteur Exemple'],
  ['email', 'visiteur@exemple.example'],
  ['telephone', '418 555-0142'],
  ['reach', 'telephone'],
  ['country', 'FR'],
] as const;
export const CONSENTS = [
  ['notice', 'notice-1'],
  ['inquiry', 'inquiry-1'],
] as const;

export const documentOf = async (response: Response): Promise<Document> =>
  parseHTML(await response.text()).document;
export const textOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
export const fieldOf = (document: Document, name: string) =>
  document.querySelector(`[name="${name}"]`)?.getAttribute('value');
export const shown = (visitor: Visitor, path: string) => visitor.get(path).then(documentOf);
export const leadsTo = (response: Response) => [response.status, response.headers.get('location')];

export async function fillIn(visitor: Visitor): Promise<void> {
  await visitor.post(START, [['option', 'ailleurs']]);
  await visitor.post(FR.message, [['message', 'Ma question.\r\nSur deux lignes.']]);
  await visitor.post(FR.contact, CONTACT);
  await visitor.post(FR.deadline, []);
  expect(leadsTo(await visitor.post(FR.consents, CONSENTS))).toEqual([303, FR.check]);
}

export const sendingOf = (document: Document) =>
  [...document.querySelectorAll('form input')].map(
    (input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const,
  );

export async function send(visitor: Visitor): Promise<Response> {
  return await visitor.post(FR.check, sendingOf(await shown(visitor, FR.check)));
}
