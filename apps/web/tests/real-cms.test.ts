import { createHttpClient } from '@passerelle/cms-client';
import { cmsClientSuite } from '@passerelle/cms-client/suite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imagesIn } from '../publisher/sync.ts';
import { type SeededCms, setUpCms } from './support/product.ts';

/** The suite of the client, on the real CMS with the demo content; the fake passes the same one. */

let seeded: SeededCms;
beforeAll(async () => {
  seeded = await setUpCms();
}, 180_000);
afterAll(() => seeded?.stop());

const told = (name: string) => seeded.environment[name] ?? '';
const client = ({ siteToken = told('SITE_TOKEN'), reportToken = told('REPORT_TOKEN') } = {}) =>
  createHttpClient({ url: told('CMS_URL'), siteToken, reportToken });

async function upload(): Promise<string> {
  const { entries } = await client().entries('article');
  const [image] = entries.flatMap(imagesIn);
  if (!image) throw new Error('The demo content has no image.');
  return image.url;
}

cmsClientSuite('the real CMS', async () => ({ client: client(), upload: await upload() }));

test('with another token it refuses', async () => {
  await expect(client({ siteToken: 'f'.repeat(64) }).revision()).rejects.toMatchObject({ code: 'refused' });
  const swapped = client({ siteToken: told('REPORT_TOKEN'), reportToken: told('SITE_TOKEN') });
  await expect(swapped.revision()).rejects.toMatchObject({ code: 'refused' });
});
