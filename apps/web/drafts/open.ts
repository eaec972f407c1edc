import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import type { Drafts } from '../src/drafts/port.ts';
import { createRates } from '../submissions/guards/rates.ts';
import { macsUnder } from '../submissions/macs.ts';
import { draftBoxes } from './draft-boxes.ts';
import { createDraftKeys } from './draft-keys.ts';
import { createDrafts } from './drafts.ts';

const environmentSchema = z.object({ DATA_DIR: z.string().min(1), FORM_SECRET: z.string().min(32) });

/** A draft of a guide's answers takes about 400 bytes, a long one some thousands. */
const LIMITS = { drafts: 200_000, bytes: 512_000_000 };

/** Drafts as a web server has them: one for each process. */
export type OpenDrafts = Drafts & { close(): void };

interface DraftsSetting {
  /** The file; `:memory:` in tests. */
  file: string;
  /** Of the web server: signs cookies. */
  formSecret: string;
  failed: (error: unknown) => void;
  limits?: { drafts: number; bytes: number };
  now?: () => number;
}

export const draftsFile = (dataDir: string): string => join(dataDir, 'web', 'drafts.sqlite');

/** Opens what keeps drafts in this process. A disk that can't be written is no reason to fail: it is tried again. */
export async function openDraftsWith(setting: DraftsSetting): Promise<OpenDrafts> {
  const { file, formSecret, failed, limits = LIMITS, now = Date.now } = setting;
  return createDrafts({
    file,
    keys: createDraftKeys(macsUnder(formSecret), randomBytes),
    boxes: await draftBoxes(),
    rates: createRates({ now, randomBytes }),
    limits,
    now,
    failed,
  });
}

/** Drafts for `astro dev`, where no server of ours passes them in. @throws with a list of what the environment lacks */
export function openDrafts(environment: NodeJS.ProcessEnv): Promise<OpenDrafts> {
  const { DATA_DIR, FORM_SECRET } = environmentSchema.parse(environment);
  const log = pino({ name: 'web' });
  return openDraftsWith({
    file: draftsFile(DATA_DIR),
    formSecret: FORM_SECRET,
    failed: (error) => log.error({ err: error }, 'a draft could not be written'),
  });
}
