import { EngineError, engineErrorsOf } from '../../engine-error.ts';
import { clickHouseMessages } from './clickhouse-messages.ts';

const failure = engineErrorsOf(clickHouseMessages);

/** Error codes of ClickHouse (`src/Common/ErrorCodes.cpp`). */
const LIMITS = [
  'TIMEOUT_EXCEEDED',
  'MEMORY_LIMIT_EXCEEDED',
  'TOO_SLOW',
  'TOO_MANY_ROWS',
  'TOO_MANY_BYTES',
  'TOO_LARGE_ARRAY_SIZE',
];
const DENIALS = ['AUTHENTICATION_FAILED', 'REQUIRED_PASSWORD', 'WRONG_PASSWORD', 'UNKNOWN_USER', 'ACCESS_DENIED', 'READONLY'];

/** What a call to ClickHouse threw, as a failure of the environment. */
export function clickHouseFailure(error: unknown): unknown {
  if (error instanceof EngineError || !(error instanceof Error)) return error;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  const detail = `${type} ${error.message}`.trim().slice(0, 300);
  if (LIMITS.includes(type)) return failure('clickhouse-limit', { detail }, error);
  if (DENIALS.includes(type)) return failure('clickhouse-denied', { detail }, error);
  if (type !== '' || /DB::Exception/.test(String(error.cause))) return failure('clickhouse-failed', { detail }, error);
  return failure('clickhouse-unreachable', { detail }, error);
}
