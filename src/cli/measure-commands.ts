import { Option } from 'commander';
import { COMPARED_WITH, ROLLING } from '#core/calendar/compare-with.ts';
import { GRAINS } from '#core/calendar/period.ts';
import type { Kit } from './command-kit.ts';
import { day } from './day-option.ts';

/** `status`. */
export function addStatus({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('status', { ja: '進捗', en: 'Where a plan stands' })))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .option('--to <day>', t('この日までの実績で見る', 'Last day of data that counts'), day)
    .option('--as-known <day>', t('この日に分かっていた内容で見る', 'As stored on that day'), day)
    .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
    .option('--compare <name>', t('比較する版', 'Version to compare with'))
    .action(async options => {
      const { status } = await import('./command/status.ts');
      done(await status(options, io));
    });
}

/** `query`. */
export function addQuery({ io, done, t, command, inWorkspace, json }: Kit): void {
  json(inWorkspace(command('query', { ja: '指標の値', en: 'Values of a metric' })))
    .argument('<metric>')
    .option('--from <day>', t('開始日', 'First day'), day)
    .option('--to <day>', t('終了日', 'Last day'), day)
    .addOption(
      new Option(
        '--last <range>',
        t('終わった日までの直近の期間（from、toの代わり）', 'Latest days or months that are over, instead of from and to'),
      ).choices([...ROLLING]),
    )
    .addOption(new Option('--grain <grain>', t('期間の区切り', 'Length of the periods')).choices([...GRAINS]))
    .option('--by <columns>', t('切り口の列（,で区切る）', 'Columns to cut by, separated by commas'), columns, [])
    .option(
      '--where <filter>',
      t('条件（例: "channel = paid"、繰り返し可）', 'Filter such as "channel = paid"; may be repeated'),
      collected,
      [],
    )
    .option('--as-known <day>', t('この日に分かっていた内容で見る', 'As stored on that day'), day)
    .addOption(new Option('--compare <with>', t('比べる相手', 'What to compare with')).choices([...COMPARED_WITH]))
    .option(
      '--against-from <day>',
      t('比べる期間の開始日（--compare chosen）', 'First day to compare with (--compare chosen)'),
      day,
    )
    .option('--against-to <day>', t('比べる期間の終了日（--compare chosen）', 'Last day to compare with (--compare chosen)'), day)
    .action(async (metric: string, options) => {
      const { query } = await import('./command/query.ts');
      done(await query(metric, options, io));
    });
}

/** `metrics …`. */
export function addMetrics({ io, done, t, command, inWorkspace, json, group }: Kit): void {
  const metrics = group('metrics', { ja: '指標とデータの定義（metrics.yaml）', en: 'What is measured: metrics.yaml' });
  command('check', { ja: '定義の検査（ワークスペース不要）', en: 'Check a metrics.yaml; needs no workspace' }, metrics)
    .argument('<file>')
    .option('--currency <code>', t('通貨', 'Currency'), 'JPY')
    .action(async (file: string, options) => {
      const { metricsCheck } = await import('./command/metrics.ts');
      done(await metricsCheck(file, options, io));
    });
  inWorkspace(command('apply', { ja: '定義の公開', en: 'Publish a metrics.yaml' }, metrics))
    .argument('<file>')
    .action(async (file: string, options) => {
      const { metricsApply } = await import('./command/metrics.ts');
      done(await metricsApply(file, options, io));
    });
  inWorkspace(command('export', { ja: '定義の書き出し', en: 'Export the metrics.yaml' }, metrics)).action(async options => {
    const { metricsExport } = await import('./command/metrics.ts');
    done(await metricsExport(options, io));
  });
  json(inWorkspace(command('sources', { ja: 'KPIごとのデータ元', en: 'Where every KPI gets its values from' }, metrics)))
    .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
    .action(async options => {
      const { metricSources } = await import('./command/metric-sources.ts');
      done(await metricSources(options, io));
    });
  command('schema', { ja: 'metrics.yaml のJSON Schema', en: 'JSON Schema of metrics.yaml' }, metrics).action(async () => {
    const { metricsSchema } = await import('./command/metrics.ts');
    done(await metricsSchema(io));
  });
}

function columns(text: string, before: readonly string[]): readonly string[] {
  return [
    ...before,
    ...text
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  ];
}

function collected(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
