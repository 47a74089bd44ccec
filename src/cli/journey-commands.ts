import { InvalidArgumentError } from 'commander';
import type { Kit } from './command-kit.ts';

/** `journey contents`, `funnel`, `channels`, `cohort`, `rfm` and `ltv`. [CLI-30 … CLI-35] */
export function addJourney({ io, done, t, command, inWorkspace, json, group }: Kit): void {
  const journey = group('journey', {
    ja: '行動データの分析（離脱・チャネル・リピート・優良顧客）',
    en: 'What people did: funnels, channels, cohorts, customers',
  });
  const days = t('日数', 'Days');
  json(inWorkspace(command('contents', { ja: '調べられるデータと列', en: 'Data and columns to ask about' }, journey))).action(
    async options => {
      const { journeyContents } = await import('./command/journey.ts');
      done(await journeyContents(options, io));
    },
  );
  json(inWorkspace(command('funnel', { ja: '段階ごとの人数と離脱', en: 'People by step, and those who left' }, journey)))
    .argument('<steps...>', t('段階（データ または データ:列=値）', 'Steps: DATA or DATA:COLUMN=VALUE'))
    .option('--days <days>', days, whole)
    .action(async (steps: readonly string[], options) => {
      const { funnel } = await import('./command/journey.ts');
      done(await funnel(steps, options, io));
    });
  json(inWorkspace(command('channels', { ja: 'チャネルごとの成果', en: 'Conversions by channel' }, journey)))
    .argument('<goal>', t('成果（データ または データ:列=値）', 'Conversion: DATA or DATA:COLUMN=VALUE'))
    .requiredOption('--touch <event>', t('接触とみなす行動', 'What counts as a touch'))
    .option('--by <column>', t('割り振る列（既定: channel）', 'Column that is credited (default: channel)'))
    .option('--days <days>', days, whole)
    .action(async (goal: string, options) => {
      const { channels } = await import('./command/journey.ts');
      done(await channels(goal, options, io));
    });
  for (const [name, ja, en] of [
    ['cohort', '始めた月ごとの戻り', 'Who came back, by month of beginning'],
    ['rfm', '顧客のセグメント', 'Customers by segment'],
    ['ltv', '今後の購入の見込み', 'What customers are expected to buy'],
  ] as const)
    json(inWorkspace(command(name, { ja, en }, journey)))
      .argument('<event>', t('購入など（データ または データ:列=値）', 'Purchase: DATA or DATA:COLUMN=VALUE'))
      .option('--days <days>', days, whole)
      .action(async (event: string, options) => {
        const commands = await import('./command/journey.ts');
        done(await commands[name](event, options, io));
      });
}

function whole(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw new InvalidArgumentError('');
  return days;
}
