/** What a column tells about a person. */
export type PersonalKind =
  | 'mail'
  | 'phone'
  | 'name'
  | 'address'
  | 'postcode'
  | 'birth-date'
  | 'ip-address'
  | 'card-number'
  /** A number or code given to a person: customer, member, user. */
  | 'person-id'
  /** Remarks in which mail addresses were found. */
  | 'free-text';

/** What is done with a personal column before anything of it is kept: left out, replaced by a keyed hash, or kept because the user says so. */
export type PersonalDecision = 'drop' | 'hash' | 'keep';

/** Why a column is taken for personal, and what is proposed. */
export interface PersonalFinding {
  readonly kind: PersonalKind;
  readonly by: 'header' | 'values';
  /** `certain`: the heading says so, or nearly all values have the form. */
  readonly confidence: 'certain' | 'likely';
  readonly proposal: PersonalDecision;
}
