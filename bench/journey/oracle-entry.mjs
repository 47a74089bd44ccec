// What the benchmark's answers are held to at a small size.
export { difference } from '../../test/journey/hold.ts';
export { oracleAnswer } from '../../test/journey/oracle/oracle-answer.ts';
export { peopleOf } from '../../test/journey/oracle/people.ts';
