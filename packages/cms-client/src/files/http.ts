import { fileAnswerSchema, invitationAnswerSchema } from '@passerelle/contracts';
import { parse, readJson, requestsTo } from '../requests.ts';
import type { SubmissionsClientOptions } from '../submissions/http.ts';
import type { FilesClient } from './client.ts';

/** Longest name that is handed over, in UTF-16 units: percent-encoded it is to stay a short header. */
const MOST_NAME = 200;

/** What is kept of a person is gathered, and their files decrypted, while they wait; in milliseconds. */
const GATHERING_MS = 120_000;

/** Visitors' files to the CMS over HTTP, each sent once. `timeout` is of a whole file's way, in milliseconds. */
export function createFilesClient({ url, token, timeout = 25_000 }: SubmissionsClientOptions): FilesClient {
  const request = requestsTo(url, timeout);
  const gathering = requestsTo(url, GATHERING_MS);
  const authorization = `Bearer ${token}`;
  const text = (response: Response) => response.text();
  return {
    async invitation(invitation) {
      const address = '/api/inquiry-files/invitation';
      const headers = { authorization, 'x-invitation': invitation };
      const answer = await request(address, { headers }, text);
      return parse({ address, json: readJson(address, answer) }, invitationAnswerSchema);
    },

    async send({ token: invitation, name, bytes }) {
      const address = '/api/inquiry-files';
      const headers = {
        authorization,
        'content-type': 'application/octet-stream',
        'x-invitation': invitation,
        // The end of a name says more than its beginning; cut between two units, it may be no text any more.
        'x-file-name': encodeURIComponent(name.slice(-MOST_NAME).toWellFormed()),
      };
      const answer = await request(address, { method: 'POST', headers, body: bytes }, text);
      return parse({ address, json: readJson(address, answer) }, fileAnswerSchema);
    },

    async bundle(secret) {
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify({ token: secret });
      return gathering('/api/person-bundle', { method: 'POST', headers, body }, async (response) => {
        const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
        const bytes = new Uint8Array(await response.arrayBuffer());
        return { name: name ?? 'renseignements-personnels.zip', bytes };
      });
    },
  };
}
