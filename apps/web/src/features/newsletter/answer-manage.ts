import { type Locale, newsletterManagePath, parseAddress } from '@passerelle/contracts';
import { messages } from '../../i18n/index.ts';
import type { Submitted } from '../../submissions/port.ts';
import { formOf } from '../../submissions/sent-body.ts';
import { emailOf, guardFieldsOf } from '../../submissions/sent-fields.ts';
import { follow, tokenOf } from './link-view.ts';
import { isTyped, preferencesOf, wishOf } from './manage-form.ts';
import { DONE_PARAMETER, type Done, type ManageView, readerPage, saidPage } from './manage-view.ts';
import { type Context, envelopeOf, type Parts, partsOf, seeOther, subjectOf } from './parts.ts';
import { emailFault } from './subscribe-form.ts';
import { type Page, refusedPage, SENT_AGAIN } from './subscribe-view.ts';

type Answer = Response | Page<ManageView>;

interface Managing {
  context: Context;
  parts: Parts;
  locale: Locale;
  token: string;
  form: FormData;
  key: string;
}

/** Answers the page of a reader's preferences: each of its forms comes back to it. To read it changes nothing. */
export async function answerManage(context: Context, locale: Locale): Promise<Answer> {
  const { request, locals, url } = context;
  const parts = partsOf(context);
  const token = tokenOf(context);
  if (token === null) return saidPage('unknown');
  if (request.method !== 'POST') {
    const done = doneOf(url.searchParams.get(DONE_PARAMETER[locale]));
    return await readerPage(parts, await parts.submissions.newsletterReader(token), { done });
  }
  const form = await formOf(locals.sent, request);
  if (!form) return refusedPage('wrong-type');
  const { key } = guardFieldsOf(form);
  const wish = wishOf(form);
  if (key === null || wish === null) return refusedPage('invalid');
  return await DO[wish]({ context, parts, locale, token, form, key });
}

const DO = { preferences: savePreferences, address: changeAddress, data: giveData, erase: eraseAll };

async function savePreferences({ parts, locale, token, form, key }: Managing): Promise<Answer> {
  const { published, submissions, now } = parts;
  const found = await submissions.newsletterReader(token);
  if (found === null || found === 'unknown' || found.state === 'gone') return await readerPage(parts, found);
  const idsOf = (entries: readonly { documentId: string }[]) =>
    new Set(entries.map(({ documentId }) => documentId));
  const offered = {
    topics: idsOf(published.categories(locale)),
    programmes: idsOf(published.everyProgramme(locale)),
  };
  const wanted = preferencesOf(form, offered, found, now());
  if (wanted === null) return await readerPage(parts, found, { fault: { field: 'preferences' } });
  const submitted = await submissions.submit({
    ...envelopeOf(parts, key, locale),
    form: 'newsletter-preferences',
    body: { token, ...wanted },
  });
  // In the language that was chosen just now.
  return await after(submitted, 'preferences', parts, wanted.locale, token);
}

async function changeAddress({ parts, locale, token, form, key }: Managing): Promise<Answer> {
  const { submissions, address } = parts;
  const value = emailOf(form, 'email');
  const email = parseAddress(value);
  if (email === null) {
    const fault = { field: 'email', fault: emailFault(value) ?? 'emailWrong', value } as const;
    return await readerPage(parts, await submissions.newsletterReader(token), { fault });
  }
  const refusal = await submissions.admit(
    subjectOf('newsletter-address'),
    { ...guardFieldsOf(form), key },
    address,
  );
  const submitted: Submitted = refusal
    ? { outcome: 'refused', code: refusal }
    : await submissions.submit({
        ...envelopeOf(parts, key, locale),
        form: 'newsletter-address',
        body: { token, email },
      });
  return await after(submitted, 'address', parts, locale, token);
}

async function giveData({ parts, locale, token }: Managing): Promise<Answer> {
  const data = await parts.submissions.newsletterData(token);
  if (data === null) return saidPage('away');
  if (data === 'unknown') return saidPage('gone');
  const { dataFile } = messages(locale).newsletter.manage;
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${dataFile}"`,
      'cache-control': 'no-store',
    },
  });
}

async function eraseAll({ context, parts, locale, token, form, key }: Managing): Promise<Answer> {
  if (!isTyped(form, messages(locale).newsletter.manage.eraseWord)) {
    const found = await parts.submissions.newsletterReader(token);
    return await readerPage(parts, found, { fault: { field: 'word' } });
  }
  const came = await follow(context, locale, 'newsletter-erase', { key, token });
  if (came.kind === 'refused') return refusedPage(came.code);
  return saidPage(came.kind === 'done' ? 'erased' : 'received');
}

/** What follows on something that was handed over. */
async function after(
  submitted: Submitted,
  done: Done,
  parts: Parts,
  locale: Locale,
  token: string,
): Promise<Answer> {
  if (submitted.outcome === 'received') return saidPage('received');
  if (submitted.outcome === 'accepted') {
    return seeOther(`${newsletterManagePath(locale, token)}?${DONE_PARAMETER[locale]}=${done}`);
  }
  const { code } = submitted;
  if (!SENT_AGAIN.has(code)) return refusedPage(code);
  return await readerPage(parts, await parts.submissions.newsletterReader(token), { because: code });
}

const doneOf = (said: string | null): Done | null =>
  said === 'preferences' || said === 'address' ? said : null;
