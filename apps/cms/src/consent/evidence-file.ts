import type { ConsentEvidence, EvidenceEvent } from '@passerelle/contracts';
import { taggedDocument } from '../platform/pdf/tagged-document.ts';
import type { EvidenceTexts } from './i18n/fr.ts';
import { evidenceTexts } from './i18n/texts.ts';

/** A file of evidence. */
export interface EvidenceFile {
  name: string;
  type: string;
  content: Buffer | string;
}

/**
 * Evidence as a file: JSON for machines, PDF for people.
 *
 * @param words the file's language; the reader's own unless given.
 */
export async function evidenceFile(
  evidence: ConsentEvidence,
  { format, words }: { format: 'json' | 'pdf'; words?: 'fr' | 'en' | undefined },
): Promise<EvidenceFile> {
  const language = words ?? (evidence.language === 'en-CA' ? 'en' : 'fr');
  // Nothing of the person: names of files end up in lists of downloads.
  const name = `${evidenceTexts(language).fileName}-${evidence.at.slice(0, 10)}.${format}`;
  return format === 'json'
    ? { name, type: 'application/json', content: `${JSON.stringify(evidence, null, 2)}\n` }
    : { name, type: 'application/pdf', content: await evidencePdf(evidence, language) };
}

function evidencePdf(evidence: ConsentEvidence, language: 'fr' | 'en'): Promise<Buffer> {
  const texts = evidenceTexts(language);
  const { at, email, reader, imported, asker, events, ledger } = evidence;
  const pdf = taggedDocument({ title: texts.title, language: `${language}-CA`, at: new Date(at) });
  const line = (label: string, value: string | null) => {
    if (value !== null) pdf.say('P', `${label}${texts.colon}${value}`);
  };
  pdf.say('H1', texts.title);
  line(texts.address, email);
  line(texts.made, at);
  pdf.say('H2', texts.state);
  if (reader === null) pdf.say('P', texts.noReader);
  else {
    line(texts.status, texts.statuses[reader.status]);
    line(texts.joined, reader.joinedAt);
    line(texts.confirmed, reader.confirmedAt);
    line(texts.ended, reader.endedAt);
  }
  if (imported !== null) {
    pdf.say('H2', texts.imported);
    line(texts.importedOn, imported.importedAt);
    line(texts.consentDate, imported.consentDate ?? texts.none);
    line(texts.wording, imported.wording ?? texts.none);
    line(texts.source, imported.source ?? texts.none);
    line(texts.evidence, imported.evidence ?? texts.none);
  }
  if (asker !== null) {
    pdf.say('H2', texts.asker);
    line(texts.asOf, asker.asOf);
    for (const said of asker.lines) pdf.say('P', said);
    pdf.say('P', asker.withdrawal);
  }
  pdf.say('H2', texts.events);
  if (events.length === 0) pdf.say('P', texts.noEvents);
  for (const event of events) sayEvent(event, texts, pdf.say, line);
  pdf.say('H2', texts.ledger);
  pdf.say('P', ledger.brokenAt === null ? texts.intact(ledger.events) : texts.broken(ledger.brokenAt));
  line(texts.lastHash, ledger.hash);
  pdf.say('P', texts.howToVerify);
  return pdf.end();
}

function sayEvent(
  event: EvidenceEvent,
  texts: EvidenceTexts,
  say: (tag: 'H3' | 'P', text: string) => void,
  line: (label: string, value: string | null) => void,
): void {
  say('H3', `${event.sequence}. ${texts.kinds[event.kind]} (${texts.purposes[event.purpose]})`);
  line(texts.time, event.at);
  line(texts.language, texts.languages[event.locale]);
  line(texts.page, event.page);
  line(texts.formVersion, event.formVersion);
  line(texts.by, texts.actors[event.actor] ?? event.actor);
  const { wording, notice } = event;
  if (wording !== null) {
    line(texts.wordingVersion, wording.version);
    line(texts.shown, wordsOf(wording) || texts.wordingGone);
  }
  if (notice !== null) {
    line(texts.noticeVersion, notice.version);
    line(texts.noticeShown, wordsOf(notice) || texts.wordingGone);
  }
  for (const [name, value] of Object.entries(event.detail ?? {})) {
    // Said above, with its words.
    if (name === 'notice' && notice !== null) continue;
    line(texts.details[name] ?? name, texts.values[String(value)] ?? String(value));
  }
  line(texts.hashBefore, event.previousHash);
  line(texts.hash, event.hash);
}

const wordsOf = ({ label, text }: NonNullable<EvidenceEvent['wording']>): string =>
  [label, text].filter((part) => part !== null).join('\n');
