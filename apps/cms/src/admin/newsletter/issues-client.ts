import { useFetchClient } from '@strapi/strapi/admin';
import { type IssueList, issueListSchema } from '../../api/newsletter-desk/domain/answers.ts';
import type { DeskAction } from '../../api/newsletter-desk/domain/requests.ts';
import { readAnswer } from '../site-status/read-answers.ts';

/** Issues of the newsletter, asked for over the session of the one who is signed in. What fails throws. */
export interface IssuesClient {
  list(): Promise<IssueList>;
  act(id: string, action: DeskAction): Promise<void>;
}

const PATH = '/passerelle/newsletter/issues';

export function useIssuesClient(): IssuesClient {
  const { get, post } = useFetchClient();
  return {
    list: () => readAnswer(get, issueListSchema, PATH),
    async act(id, action) {
      await post(`${PATH}/${encodeURIComponent(id)}/actions`, { action });
    },
  };
}
