import type { Lang } from '#core/text/text.ts';

/**
 * The language to speak: what `--lang` says, else the environment's, else Japanese. [CLI-03]
 * Looked for before anything else is read, because help and complaints are spoken in it too. A language that is neither of the
 * two is spoken to in English.
 */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const place = argv.findIndex(word => word === '--lang' || word.startsWith('--lang='));
  const word = argv[place] ?? '';
  const asked = word.includes('=') ? word.slice(word.indexOf('=') + 1) : argv[place + 1];
  if (place >= 0 && (asked === 'ja' || asked === 'en')) return asked;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const language = locale.toLowerCase().split(/[_.@-]/)[0] ?? '';
  return language === '' || language === 'c' || language === 'posix' || language === 'ja' ? 'ja' : 'en';
}
