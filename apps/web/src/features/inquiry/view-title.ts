import { messages } from '../../i18n/index.ts';
import type { InquiryPage } from './inquiry-view.ts';

/** Whether a page says that something has to be mended: its title begins with that. */
export function isFaulty({ view, notKept }: InquiryPage): boolean {
  if (notKept) return true;
  if (view.kind === 'question') return view.faulty;
  if (view.kind === 'form') return view.faults.length > 0;
  if (view.kind === 'later') return view.fault !== null || view.refusal !== null;
  return view.kind === 'check' && view.refusal !== null;
}

/** The heading of a page. */
export function titleOf({ locale, view }: InquiryPage): string {
  const t = messages(locale).inquiry;
  switch (view.kind) {
    case 'question':
      return view.question.title;
    case 'page':
      return view.page.title;
    case 'form':
      return t[view.step].title;
    case 'check':
      return t.check.title;
    case 'later':
      return view.mailed ? t.later.mailed : t.later.title;
    case 'sent':
      if (view.sent.confirm) return t.sent.confirm;
      return view.sent.outcome === 'received' ? t.sent.received : t.sent.title;
    default:
      return t[view.kind].title;
  }
}
