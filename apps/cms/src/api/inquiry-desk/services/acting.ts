import {
  type DetailsBody,
  type InquiryStatus,
  LOCALES,
  type ReplyBody,
  saysAdvice,
} from '@passerelle/contracts';
import type { Core } from '@strapi/strapi';
import type { Act, Done } from '../../inquiry/adapters/act.ts';
import { inquirySettingOf } from '../../inquiry/adapters/inquiry-setting.ts';
import { type Answering, decide, reply } from '../../inquiry/adapters/reply-actions.ts';
import { addNote, changeDetails, setHold, transition } from '../../inquiry/adapters/staff-actions.ts';
import { readReplyTemplates } from '../../reply-template/adapters/reply-templates.ts';
import { readPeople } from '../adapters/people.ts';
import { deskRights } from '../adapters/permissions.ts';
import type { Staff } from '../domain/staff.ts';

/** What is done at the desk. Each gives null when it is done, or why not; undefined when there is no such inquiry. */
const acting = ({ strapi }: { strapi: Core.Strapi }) => {
  const setting = () => inquirySettingOf(strapi);
  const actOf = ({ actor }: Staff, id: string, version: number | null): Act => ({ id, version, actor });
  /** Whoever may approve advice is a licensee, and may give it. */
  const answering = (staff: Staff, state: unknown, id: string, version: number): Answering => ({
    ...actOf(staff, id, version),
    name: staff.name,
    advises: deskRights(state).approve,
  });

  return {
    transition: (staff: Staff, id: string, wish: { version: number; to: InquiryStatus; reason: string }) =>
      transition(setting(), actOf(staff, id, wish.version), wish),

    async details(staff: Staff, id: string, { version, ...wish }: DetailsBody): Promise<Done | undefined> {
      const { assignee } = wish;
      if (typeof assignee === 'number') {
        const people = await readPeople(strapi);
        if (!people.some((person) => person.id === assignee)) return 'assignee-unknown';
      }
      return changeDetails(setting(), actOf(staff, id, version), wish);
    },

    note: (staff: Staff, id: string, text: string) => addNote(setting(), actOf(staff, id, null), text),

    async reply(
      staff: Staff,
      state: unknown,
      id: string,
      { version, ...wish }: ReplyBody,
    ): Promise<Done | undefined> {
      const templates = (
        await Promise.all(LOCALES.map((locale) => readReplyTemplates(strapi, locale)))
      ).flat();
      if (wish.kind === 'information' && saysAdvice(wish.body, templates)) return 'advice-as-information';
      return reply(setting(), answering(staff, state, id, version), wish);
    },

    decide: (
      staff: Staff,
      state: unknown,
      id: string,
      wish: { version: number; reply: string; approve: boolean; reason: string },
    ) => decide(setting(), answering(staff, state, id, wish.version), wish),

    hold: (staff: Staff, id: string, wish: { version: number; hold: boolean; reason: string }) =>
      setHold(setting(), actOf(staff, id, wish.version), wish),
  };
};

export default acting;
