import { useTranslation } from 'react-i18next';
import type { InspectedTable } from '#contract/upload.ts';
import type { Column } from '#core/measure/dataset.ts';
import type { Measure } from '../ui/figures.ts';

export type InspectedColumn = InspectedTable['columns'][number];

/** What a column is, in a word. */
export function useRoleWord(): (column: Column) => string {
  const { t } = useTranslation('data');
  return column => {
    switch (column.role) {
      case 'time':
        return t('roleTime');
      case 'person':
        return t('rolePerson');
      case 'dimension':
        return t('roleDimension');
      case 'measure':
        if (column.notAdditive) return t('roleRate');
        return column.currency === undefined ? t('roleMeasure') : t('roleMoney', { currency: column.currency });
    }
  };
}

/** How sums of a column are written. */
export function measureOfColumn(column: Column | undefined): Measure {
  return {
    unit: column?.currency === undefined ? { kind: 'count' } : { kind: 'money', currency: column.currency },
    counter: null,
  };
}
