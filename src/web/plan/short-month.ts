import { useFigures } from '../ui/figures.ts';

/** A month in a narrow column: 4月, and with its year where one begins; Apr. A week by its first day: 4/6〜, Apr 6. */
export function useShortMonth(): (key: string) => string {
  const { lang } = useFigures();
  return key => {
    const [year = '', month = '', day] = key.split('-');
    if (day !== undefined)
      return lang === 'ja' ? `${Number(month)}/${Number(day)}〜` : `${NAMES[Number(month) - 1] ?? month} ${Number(day)}`;
    if (lang === 'ja') return `${month === '01' ? `${year.slice(2)}年` : ''}${Number(month)}月`;
    const name = NAMES[Number(month) - 1] ?? month;
    return month === '01' ? `${name} ’${year.slice(2)}` : name;
  };
}

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
