import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replyBodySchema } from './inquiry-requests.ts';
import { fillMergeFields, mergeFieldsIn } from './reply-templates.ts';

it('puts in what is known, and leaves what isn’t to be seen', () => {
  const text = '{{salutation}}\n\nVotre demande {{ reference }}, {{programme}}, {{inconnu}}.';
  expect(mergeFieldsIn(text)).toEqual(['salutation', 'reference', 'programme', 'inconnu']);
  expect(fillMergeFields(text, { salutation: 'Bonjour,', reference: 'K7M-4QX-9' })).toBe(
    'Bonjour,\n\nVotre demande K7M-4QX-9, {{programme}}, {{inconnu}}.',
  );
});

it('puts a value in as it is, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (nom) => {
      expect(fillMergeFields('<{{nom}}>', { nom })).toBe(`<${nom}>`);
    }),
    { numRuns: 50 },
  );
});

it('is not sent while a field is left in it', () => {
  const reply = { version: 1, kind: 'information', subject: 'Votre demande', body: 'Bonjour.' };
  expect(replyBodySchema.safeParse(reply).success).toBe(true);
  expect(replyBodySchema.safeParse({ ...reply, body: 'Bonjour {{nom}}.' }).success).toBe(false);
  expect(replyBodySchema.safeParse({ ...reply, subject: '{{programme}}' }).success).toBe(false);
});
