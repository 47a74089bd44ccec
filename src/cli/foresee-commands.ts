import { type Command, InvalidArgumentError } from 'commander';
import type { Text } from '#core/text/text.ts';
import type { Kit } from './command-kit.ts';
import { day } from './day-option.ts';

/** `plan forecast` and `plan simulate`. [CLI-20, CLI-21] */
export function addForesee(plan: Command, { io, done, t, command, inWorkspace, json }: Kit): void {
  const foreseeing = (name: string, about: Text): Command =>
    json(inWorkspace(command(name, about, plan)))
      .option('--plan <id>', t('計画（1件なら省略可）', 'The plan (needed when there are several)'))
      .option('--to <day>', t('この日までの実績で見る', 'Last day of data that counts'), day)
      .option('--as-known <day>', t('この日に分かっていた内容で見る', 'As stored on that day'), day)
      .option('--version <name>', t('計画の版（番号か名前）', 'Version of the plan (number or name)'))
      .option('--seed <number>', t('乱数のシード（同じ値なら同じ結果）', 'Seed; the same one gives the same result'), seed);
  foreseeing('forecast', { ja: '着地見込、または指標1件の予測', en: 'Where the plan will land, or the forecast of one node' })
    .option('--node <id>', t('この指標だけを予測', 'Forecast this node alone'))
    .action(async options => {
      const { planForecast } = await import('./command/foresee.ts');
      done(await planForecast(options, io));
    });
  foreseeing('simulate', { ja: '着地のシミュレーション', en: 'Simulate where the plan will land' })
    .option('--draws <count>', t('試算の回数（100〜50000）', 'How many draws (100–50000)'), draws)
    .action(async options => {
      const { planSimulate } = await import('./command/foresee.ts');
      done(await planSimulate(options, io));
    });
}

function seed(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError(`${text} (0–${Number.MAX_SAFE_INTEGER})`);
  return number;
}

function draws(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 100 || number > 50_000) throw new InvalidArgumentError(`${text} (100–50000)`);
  return number;
}
