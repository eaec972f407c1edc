import { vote } from '../features/poll/vote.action.ts';

/** What visitors can do. Reached through the pages that call them: the server opens no other way in. */
export const server = { vote };
