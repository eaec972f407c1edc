import { Readable } from 'node:stream';
import type { ReaderExportWish } from '@passerelle/contracts';
import { type Cell, writeCsv } from '../../../platform/csv/write-csv.ts';
import type { NewsletterSetting } from '../../subscriber/adapters/newsletter-setting.ts';
import { readOffered } from '../../subscriber/adapters/offered-terms.ts';
import { openReader } from '../../subscriber/adapters/sealed-reader.ts';
import { readSubscribersAfter } from '../../subscriber/adapters/subscriber-rows.ts';
import { chosenOf } from '../../subscriber/domain/chosen.ts';
import { type Subscriber, statusAt } from '../../subscriber/domain/subscriber.ts';
import { readerDeskTexts } from '../i18n/texts.ts';
import { readTermNames } from './terms.ts';

/** Readers that are opened together. */
const PART = 500;

type Setting = Pick<NewsletterSetting, 'strapi' | 'records' | 'clock'>;
type ExportForm = Pick<ReaderExportWish, 'format' | 'status' | 'bom' | 'words'>;

/** Every reader of a status, or all, as a file that streams: memory doesn't grow with their number. */
export async function exportReaders(setting: Setting, form: ExportForm): Promise<Readable> {
  const topicName = await readTermNames(setting.strapi, 'category');
  const offered = await readOffered(setting.strapi.db.connection);
  const programmeName = await readTermNames(setting.strapi, 'programme');
  return Readable.from(form.format === 'csv' ? csvParts() : jsonParts());

  async function* csvParts() {
    const texts = readerDeskTexts(form.words);
    yield writeCsv([texts.header], { bom: form.bom });
    for await (const part of parts()) {
      yield writeCsv(
        part.map((reader): Cell[] => [
          reader.email,
          texts.statuses[reader.status],
          reader.locale,
          reader.topics.join(' | '),
          reader.programmes.join(' | '),
          reader.frequency,
          reader.joinedAt,
          reader.confirmedAt,
          reader.endedAt,
          reader.wording,
          reader.page,
          reader.formVersion,
        ]),
      );
    }
  }

  async function* jsonParts() {
    let before = '[';
    for await (const part of parts()) {
      for (const reader of part) {
        yield `${before}\n${JSON.stringify(reader)}`;
        before = ',';
      }
    }
    yield before === '[' ? '[]\n' : '\n]\n';
  }

  async function* parts() {
    let after = '';
    for (;;) {
      const readers = await readSubscribersAfter(setting.strapi.db.connection, after, PART);
      const wanted = readers.filter(({ status }) => form.status === undefined || status === form.status);
      const part = await Promise.all(wanted.map((reader) => exported(reader)));
      if (part.length > 0) yield part;
      const last = readers.at(-1);
      if (last === undefined || readers.length < PART) return;
      after = last.id;
    }
  }

  async function exported(reader: Subscriber) {
    const { email } = await openReader(setting.records, reader);
    const { topics, programmes } = chosenOf(reader, offered);
    const { locale, frequency, wording, page, formVersion, joinedAt, confirmedAt, endedAt } = reader;
    return {
      email,
      status: statusAt(reader, setting.clock().getTime()),
      locale,
      topics: topics.map((topic) => topicName(topic, locale)),
      programmes: programmes.map((programme) => programmeName(programme, locale)),
      frequency,
      joinedAt: instant(joinedAt),
      confirmedAt: instant(confirmedAt),
      endedAt: instant(endedAt),
      wording: wording || null,
      page: page || null,
      formVersion: formVersion || null,
    };
  }
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
