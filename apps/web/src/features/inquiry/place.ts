import { type Locale, startPath } from '@passerelle/contracts';
import { FORM_STEPS, type FormStep } from './domain/form-steps.ts';

/** A page of the inquiry: its beginning, a step of the guide, or one of the form. */
export type Place =
  | { at: 'start' }
  | { at: 'guide'; key: string }
  | { at: 'form'; step: FormStep | 'check' | 'sent' | 'later' };
type FormPlace = Extract<Place, { at: 'form' }>['step'];

/** Where each language has it. Steps of the form are below a folder, where no key of the guide can stand. */
const FOLDER: Record<Locale, string> = { 'fr-CA': 'demande', 'en-CA': 'request' };
const SLUGS: Record<Locale, Record<FormPlace, string>> = {
  'fr-CA': {
    message: 'message',
    contact: 'coordonnees',
    deadline: 'date-limite',
    consents: 'accords',
    check: 'verification',
    sent: 'envoyee',
    later: 'plus-tard',
  },
  'en-CA': {
    message: 'message',
    contact: 'contact',
    deadline: 'deadline',
    consents: 'consents',
    check: 'review',
    sent: 'sent',
    later: 'later',
  },
};
const FORM_PLACES: readonly FormPlace[] = [...FORM_STEPS, 'check', 'sent', 'later'];

/** What an address tells besides the place: that something is to be mended or was masked, and what comes after. */
export interface PlaceState {
  /** `error`: say what is wrong. `masked`: say what was masked. `mailed`: say where a mail goes. */
  says: 'error' | 'masked' | 'mailed' | null;
  /** Whether one came from checking the answers, and goes back there. */
  toCheck: boolean;
}
export const PLAIN: PlaceState = { says: null, toCheck: false };

const SAYS = { erreur: 'error', masque: 'masked', envoye: 'mailed' } as const;
const SAID = { error: 'erreur', masked: 'masque', mailed: 'envoye' } as const;

export function placePath(locale: Locale, place: Place, state: PlaceState = PLAIN): string {
  const query = new URLSearchParams();
  if (state.says !== null) query.set('etat', SAID[state.says]);
  if (state.toCheck) query.set('suite', 'verification');
  return `${startPath(locale)}${below(locale, place)}${query.size > 0 ? `?${query}` : ''}`;
}

function below(locale: Locale, place: Place): string {
  if (place.at === 'start') return '';
  return place.at === 'guide' ? `${place.key}/` : `${FOLDER[locale]}/${SLUGS[locale][place.step]}/`;
}

/** @param rest of the path, below where the inquiry begins. @returns null when there is no such page */
export function placeOf(locale: Locale, rest: string | undefined): Place | null {
  const parts = (rest ?? '').split('/').filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined) return { at: 'start' };
  if (parts.length === 1) return { at: 'guide', key: first };
  if (parts.length > 2 || first !== FOLDER[locale]) return null;
  const step = FORM_PLACES.find((one) => SLUGS[locale][one] === second);
  return step ? { at: 'form', step } : null;
}

export function stateOf(query: URLSearchParams): PlaceState {
  const says = query.get('etat');
  return {
    says: says === 'erreur' || says === 'masque' || says === 'envoye' ? SAYS[says] : null,
    toCheck: query.get('suite') === 'verification',
  };
}
