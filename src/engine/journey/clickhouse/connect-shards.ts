import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { type ClickHouse, clickHouse } from './click-house.ts';
import type { ClickHouseSetting } from './clickhouse-setting.ts';

/** The servers of a setting; nothing is sent yet. */
export function connectShards({
  shards,
  user,
  password,
  seconds,
  memoryBytes,
}: ClickHouseSetting): [ClickHouse, ...ClickHouse[]] {
  const connect = (url: string) =>
    clickHouse(
      createClient({
        url,
        username: user,
        password,
        application: 'rashin',
        // The server ends a question at its limit; the client waits a little longer to hear of it.
        request_timeout: (seconds + 30) * 1_000,
        use_multipart_params_auto: true,
        // Says from time to time that it is still there, or what lies between may hang up.
        clickhouse_settings: {
          send_progress_in_http_headers: 1,
          http_headers_progress_interval_ms: String(Math.max(10_000, seconds * 50)),
        },
        log: { level: ClickHouseLogLevel.OFF },
      }),
      { seconds, memoryBytes },
    );
  const [first, ...others] = shards;
  return [connect(first), ...others.map(connect)];
}
