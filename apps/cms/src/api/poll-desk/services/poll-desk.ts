import { DEFAULT_LOCALE, pollPath } from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { env } from '../../../env.ts';
import { writeCsv } from '../../../platform/csv/write-csv.ts';
import { type Desk, deskOf } from '../adapters/desk.ts';
import { allows, type DeskAction, readPollName } from '../adapters/poll-rows.ts';
import type { PollLook } from '../domain/answers.ts';
import { exportRows, pollExport } from '../domain/export.ts';
import type { DeskLanguage } from '../domain/requests.ts';
import { deskTexts } from '../i18n/texts.ts';

/** A file to be saved. */
export interface ExportFile {
  name: string;
  type: string;
  content: string;
}

interface ExportWish {
  format: 'csv' | 'json';
  bom: boolean;
  language: DeskLanguage;
}

/** Polls, for the admin's own screens. */
const pollDesk = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Whether the person who asks, as Strapi's state of the request tells, may do something with a poll. */
  allows: (state: unknown, documentId: string, action: DeskAction) =>
    allows(strapi, state, documentId, action),

  /** How a poll stands, and what may be done with it. Null when there is no such poll. */
  async look(state: unknown, documentId: string): Promise<PollLook | null> {
    const [desk, name, steer, reset] = await Promise.all([
      deskOf(strapi).look(documentId),
      readPollName(strapi, documentId),
      allows(strapi, state, documentId, 'publish'),
      allows(strapi, state, documentId, 'delete'),
    ]);
    if (desk === null || name === null) return null;
    const url =
      desk.published && name.slug !== null ? env().SITE_URL + pollPath(DEFAULT_LOCALE, name.slug) : null;
    return { desk, name, may: { steer, reset }, url };
  },

  /** Closes, extends or resets: whatever is done to a poll that exists. Null when there is no such poll. */
  async act(documentId: string, action: (desk: Desk) => ReturnType<Desk['close']>) {
    if ((await readPollName(strapi, documentId)) === null) return null;
    return { refusal: await action(deskOf(strapi)) };
  },

  /** A poll as a file. Null when there is no such poll. */
  async export(documentId: string, actor: string, wish: ExportWish): Promise<ExportFile | null> {
    const name = await readPollName(strapi, documentId);
    const desk = name && (await deskOf(strapi).exportCounts(documentId, actor));
    if (!name || !desk) return null;
    const exported = pollExport(desk, name, new Date());
    const { table, fileName } = deskTexts(wish.language);
    const file = `${fileName}-${name.slug ?? documentId}`;
    return wish.format === 'json'
      ? {
          name: `${file}.json`,
          type: 'application/json; charset=utf-8',
          content: `${JSON.stringify(exported, null, 2)}\n`,
        }
      : {
          name: `${file}.csv`,
          type: 'text/csv; charset=utf-8; header=present',
          content: writeCsv(exportRows(exported, table), { bom: wish.bom }),
        };
  },
});

export default pollDesk;
