import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replyBodySchema } from './inquiry-requests.ts';
import { fillMergeFields, mergeFieldsIn, saysAdvice } from './reply-templates.ts';

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

it('knows advice by a passage of its template, however it is spaced, and by no passage that information has too', () => {
  const shared = 'Si quelque chose a changé de votre côté, répondez à ce message.';
  const advice = {
    kind: 'advice' as const,
    body: `{{salutation}}\n\nLe programme {{programme}} peut vous convenir, d’après ce que vous nous avez écrit.\n\n${shared}`,
  };
  const templates = [advice, { kind: 'information' as const, body: `Reçue.\n\n${shared}` }];
  const filled = fillMergeFields(advice.body, { salutation: 'Bonjour,', programme: 'PSTQ' });
  for (const text of [filled, `Autre\u00a0début. ${filled.replaceAll(' ', '\n')}`]) {
    expect(saysAdvice(text, templates)).toBe(true);
  }
  for (const text of [shared, 'Bonjour,', '']) expect(saysAdvice(text, templates)).toBe(false);
  expect(saysAdvice('Oui, c’est possible.', [{ kind: 'advice', body: 'Oui, c’est possible.' }])).toBe(true);
  expect(saysAdvice('Bonjour.', [{ kind: 'advice', body: '{{salutation}}' }])).toBe(false);
});
