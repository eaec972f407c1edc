import {
  type DeskRefusal,
  decisionBodySchema,
  detailsBodySchema,
  holdBodySchema,
  inquiryExportBodySchema,
  inquiryListQuerySchema,
  inquiryParamsSchema,
  inquiryReportQuerySchema,
  inquirySearchBodySchema,
  noteBodySchema,
  replyBodySchema,
  replyParamsSchema,
  replyPreviewBodySchema,
  replyTemplatesQuerySchema,
  transitionBodySchema,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { AdminContext } from '../../../platform/admin/context.ts';
import { writeCsv } from '../../../platform/csv/write-csv.ts';
import { parseRequest } from '../../../platform/http.ts';
import { staffOf } from '../domain/staff.ts';
import { reportTable } from '../domain/tables.ts';
import { deskRefusalSentence, inquiryDeskTexts } from '../i18n/texts.ts';
import createActing from '../services/acting.ts';
import createReading from '../services/reading.ts';
import createReplying from '../services/replying.ts';

const NOTHING = z.strictObject({});

/** What the desk of inquiries in the admin asks for; the routes say who may. */
const inquiryDesk = ({ strapi }: { strapi: Core.Strapi }) => {
  const reading = createReading({ strapi });
  const acting = createActing({ strapi });
  const replying = createReplying({ strapi });

  const idOf = (context: AdminContext) => parseRequest(inquiryParamsSchema, context.params).id;

  /** Answers an action with the inquiry as it stands then; one that is refused likewise. */
  async function answer(
    context: AdminContext,
    id: string,
    done: DeskRefusal | null | undefined,
  ): Promise<void> {
    if (done === undefined) throw new errors.NotFoundError();
    const current = await reading.look(staffOf(context.state), context.state, id);
    if (done === null) send(context, current);
    else context.conflict(deskRefusalSentence(done), { code: done, current });
  }

  return {
    async list(context: AdminContext) {
      const query = parseRequest(inquiryListQuerySchema, context.query);
      send(context, await reading.list(staffOf(context.state), query));
    },

    async search(context: AdminContext) {
      const wish = parseRequest(inquirySearchBodySchema, context.request.body);
      send(context, await reading.list(staffOf(context.state), wish));
    },

    async counts(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      send(context, await reading.counts(staffOf(context.state)));
    },

    async people(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      send(context, await reading.people());
    },

    async purges(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      send(context, await reading.purges());
    },

    async report(context: AdminContext) {
      const { format, language, bom, ...days } = parseRequest(inquiryReportQuerySchema, context.query);
      const report = await reading.report(days);
      if (format === 'json') return send(context, report);
      const words = inquiryDeskTexts(language).report;
      const content = writeCsv(reportTable(report, words), { bom: bom !== undefined });
      sendFile(context, { name: `${words.fileName}-${days.from}-${days.to}.csv`, content });
    },

    async export(context: AdminContext) {
      const wish = parseRequest(inquiryExportBodySchema, context.request.body);
      sendFile(context, await reading.export(staffOf(context.state), wish));
    },

    async look(context: AdminContext) {
      parseRequest(NOTHING, context.query);
      const found = await reading.look(staffOf(context.state), context.state, idOf(context));
      if (found === null) throw new errors.NotFoundError();
      send(context, found);
    },

    async transition(context: AdminContext) {
      const id = idOf(context);
      const wish = parseRequest(transitionBodySchema, context.request.body);
      await answer(context, id, await acting.transition(staffOf(context.state), id, wish));
    },

    async details(context: AdminContext) {
      const id = idOf(context);
      const wish = parseRequest(detailsBodySchema, context.request.body);
      await answer(context, id, await acting.details(staffOf(context.state), id, wish));
    },

    async note(context: AdminContext) {
      const id = idOf(context);
      const { text } = parseRequest(noteBodySchema, context.request.body);
      await answer(context, id, await acting.note(staffOf(context.state), id, text));
    },

    async templates(context: AdminContext) {
      const { language } = parseRequest(replyTemplatesQuerySchema, context.query);
      send(context, await replying.templates(language));
    },

    async preview(context: AdminContext) {
      const wish = parseRequest(replyPreviewBodySchema, context.request.body);
      const { state } = context;
      const preview = await replying.preview(staffOf(state), state, idOf(context), wish);
      if (preview === undefined) throw new errors.NotFoundError();
      send(context, preview);
    },

    async reply(context: AdminContext) {
      const id = idOf(context);
      const wish = parseRequest(replyBodySchema, context.request.body);
      await answer(context, id, await acting.reply(staffOf(context.state), context.state, id, wish));
    },

    async decide(context: AdminContext) {
      const { id, reply } = parseRequest(replyParamsSchema, context.params);
      const wish = { ...parseRequest(decisionBodySchema, context.request.body), reply };
      await answer(context, id, await acting.decide(staffOf(context.state), context.state, id, wish));
    },

    async hold(context: AdminContext) {
      const id = idOf(context);
      const wish = parseRequest(holdBodySchema, context.request.body);
      await answer(context, id, await acting.hold(staffOf(context.state), id, wish));
    },
  };
};

/** Nothing of this is to be kept by a browser or a proxy. */
function send(context: AdminContext, body: unknown): void {
  context.set('cache-control', 'no-store');
  context.body = body;
}

function sendFile(context: AdminContext, { name, content }: { name: string; content: string }): void {
  send(context, content);
  context.set('content-disposition', `attachment; filename="${name}"`);
  context.type = 'text/csv; charset=utf-8; header=present';
}

export default inquiryDesk;
