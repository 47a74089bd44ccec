import { personalHeader } from './personal-header.ts';
import type { PersonalDecision, PersonalFinding, PersonalKind } from './personal-kind.ts';
import { personalValues } from './personal-values.ts';

/** Whether a column is about people, by its heading and by its values. The heading wins where both speak. [ING-30, ING-31] */
export function findPersonal(heading: string, values: readonly string[]): PersonalFinding | undefined {
  const kind = personalHeader(heading);
  if (kind) return { kind, by: 'header', confidence: 'certain', proposal: proposalFor(kind, false) };
  const seen = personalValues(values);
  if (!seen) return undefined;
  const confidence = seen.share >= 0.9 && seen.kind !== 'name' && seen.kind !== 'free-text' ? 'certain' : 'likely';
  return { kind: seen.kind, by: 'values', confidence, proposal: proposalFor(seen.kind, false) };
}

/**
 * What is proposed for a personal column. Identifiers are hashed, because counting people needs them and nothing else does;
 * a mail address or phone number only when it is the key of the person; everything else is left out. [ING-32]
 */
export function proposalFor(kind: PersonalKind, isPersonKey: boolean): PersonalDecision {
  if (kind === 'person-id') return 'hash';
  return isPersonKey && (kind === 'mail' || kind === 'phone') ? 'hash' : 'drop';
}

/** A personal value in the one form that is hashed, so that the same person gives the same hash from every source. [ING-33] */
export function personalKey(kind: PersonalKind, value: string): string {
  const text = value.normalize('NFKC').trim();
  switch (kind) {
    case 'mail':
      return text.toLowerCase();
    case 'phone':
      return text.replace(/[^\d+]/g, '').replace(/^\+81\(?0?\)?/, '0');
    case 'postcode':
    case 'card-number':
      return text.replace(/\D/g, '');
    case 'name':
      return text.replace(/\s+/g, '').toLowerCase();
    case 'person-id':
      return text.replace(/^(\d+)\.0$/, '$1');
    case 'address':
    case 'birth-date':
    case 'ip-address':
    case 'free-text':
      return text;
  }
}
