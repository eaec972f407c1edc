import { describe, expect, it } from 'vitest';
import { recognitionsFr as fr } from '../i18n/recognitions/fr.ts';
import { describeAll, describeRecognition } from './describe-recognition.ts';

const consultant = { documentId: 'a'.repeat(24), name: 'Consultante', expiresOn: '2027-01-01' };

describe('a recognition', () => {
  it('is said with its last day and how long is left, or since when it has ended', () => {
    expect(describeRecognition({ ...consultant, daysLeft: 38, level: 'overdue' }, fr, 'fr')).toEqual({
      level: 'Délai de renouvellement passé',
      when: 'jusqu’au 1 janvier 2027 (38\u00a0j)',
    });
    expect(describeRecognition({ ...consultant, daysLeft: -3, level: 'expired' }, fr, 'fr')).toEqual({
      level: 'Échue',
      when: 'depuis le 1 janvier 2027',
    });
    const without = { ...consultant, expiresOn: null, daysLeft: null, level: 'none' as const };
    expect(describeRecognition(without, fr, 'fr').when).toBeNull();
  });
});

describe('all of them together', () => {
  const of = (level: 'fine' | 'overdue' | 'expired' | 'none') => ({ ...consultant, daysLeft: 1, level });

  it('are a matter of the whole site when none is valid', () => {
    expect(
      describeAll({ takesQuebecMandates: true, consultants: [of('expired'), of('none')] }, fr),
    ).toContain('ne propose plus rien');
    expect(
      describeAll({ takesQuebecMandates: true, consultants: [of('expired'), of('overdue')] }, fr),
    ).toBeNull();
    expect(describeAll({ takesQuebecMandates: false, consultants: [of('fine')] }, fr)).toContain(
      'n’accepte pas',
    );
  });
});
