import type { DayRange } from '#core/calendar/day-range.ts';
import { type StoreOrder, sourceName } from '../store-orders.ts';
import { bytesOf, delimitedLine, slashedDay } from './text-bytes.ts';

/** The store's list of orders: one article each. */
export function orderFile(orders: readonly StoreOrder[], days: DayRange): Uint8Array {
  const lines = [
    delimitedLine(['注文番号', '注文日時', '顧客ID', 'channel', '商品名', '数量', '小計']),
    ...orders
      .filter(({ at }) => at.day >= days.from && at.day <= days.to)
      .map(order =>
        delimitedLine([
          order.number,
          `${slashedDay(order.at.day)} ${order.at.time}`,
          order.customer,
          sourceName(order),
          order.product,
          order.quantity,
          order.amount,
        ]),
      ),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'utf-8-bom');
}
