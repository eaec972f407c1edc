import type {
  ConsentText,
  Guide,
  GuidePage,
  GuideQuestion,
  Locale,
  Processor,
  RefusalCode,
} from '@passerelle/contracts';
import type { DraftRefusal } from '../../drafts/port.ts';
import type { Draft } from './domain/draft.ts';
import type { FormFault } from './domain/form-faults.ts';
import type { FormStep } from './domain/form-steps.ts';
import type { Trail } from './domain/trail.ts';
import type { Place, PlaceState } from './place.ts';

/** What the inquiry needs of the published content. */
export interface Setting {
  guide: Guide;
  notice: ConsentText;
  inquiry: ConsentText;
  /** Null when no wording for it is published: it isn't offered then. */
  newsletter: ConsentText | null;
  /** Asked for where information goes outside Québec; null where it doesn't. */
  transfer: { text: ConsentText; processors: Processor[] } | null;
}

/** What one page shows. */
export type InquiryView =
  | {
      kind: 'question';
      question: GuideQuestion;
      chosen: string | null;
      faulty: boolean;
      back: string | null;
      /** Where a draft goes on; null where there is none. */
      resume: string | null;
      /** Whether there is a draft to be gone on with later. */
      canKeep: boolean;
    }
  | {
      kind: 'page';
      page: GuidePage;
      next: string | null;
      back: string | null;
      /** Where a link to go on later is asked for; null without a draft. */
      later: string | null;
    }
  | {
      kind: 'form';
      step: FormStep;
      draft: Draft;
      faults: FormFault[];
      /** Whether numbers were masked in the message just now. */
      masked: boolean;
      back: string;
      setting: Setting;
    }
  | {
      kind: 'check';
      draft: Draft;
      trail: Trail;
      setting: Setting;
      token: string;
      /** Why it wasn't taken; null the first time. */
      refusal: RefusalCode | null;
      /** In Québec, `YYYY-MM-DD`. */
      today: string;
      /** Whether the deadline is so near that one should telephone. */
      urgent: boolean;
    }
  | {
      kind: 'sent';
      draft: Draft;
      trail: Trail;
      sent: NonNullable<Draft['sent']>;
      setting: Setting;
      today: string;
    }
  | LaterView
  /** The draft is gone, or the browser keeps no cookie. */
  | { kind: 'lost' }
  /** Nothing can be asked online now. */
  | { kind: 'closed' }
  | { kind: 'missing' };

/** Where a link is asked for by which one goes on later, on any device. */
export interface LaterView {
  kind: 'later';
  /** As it was typed. */
  email: string;
  fault: 'email-missing' | 'email-wrong' | null;
  /** Why no link was mailed; null the first time. */
  refusal: RefusalCode | null;
  /** Whether one was, to this address. */
  mailed: boolean;
  /** Asked for again from the same page, it is one mail. */
  key: string;
  token: string;
  /** Where the draft goes on. */
  resume: string;
}

/** A page to be answered with, and how. */
export interface InquiryPage {
  status: number;
  /** Seconds until it is worth trying again. */
  retryAfter: number | null;
  locale: Locale;
  place: Place;
  state: PlaceState;
  /** Why what was typed could not be kept; it is shown again. */
  notKept: DraftRefusal | null;
  view: InquiryView;
}
