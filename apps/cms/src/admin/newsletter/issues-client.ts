import { refusedWith } from '@passerelle/desk/parts';
import { useFetchClient } from '@strapi/strapi/admin';
import {
  type IssueList,
  type IssueRefusal,
  issueListSchema,
  issueRefusedSchema,
} from '../../api/newsletter-desk/domain/answers.ts';
import type { DeskAction } from '../../api/newsletter-desk/domain/requests.ts';
import { readAnswer } from '../site-status/read-answers.ts';

/** Issues of the newsletter, asked for over the session of the one who is signed in. What fails throws. */
export interface IssuesClient {
  list(): Promise<IssueList>;
  /** Null when it was done, else why it was refused. */
  act(id: string, action: DeskAction): Promise<IssueRefusal | null>;
}

const PATH = '/passerelle/newsletter/issues';

export function useIssuesClient(): IssuesClient {
  const { get, post } = useFetchClient();
  return {
    list: () => readAnswer(get, issueListSchema, PATH),
    async act(id, action) {
      try {
        await post(`${PATH}/${encodeURIComponent(id)}/actions`, { action });
        return null;
      } catch (error) {
        return refusedWith(issueRefusedSchema, error).code;
      }
    },
  };
}
