import { chinaDate } from '@shared/common/period'
import { scanText } from '@server/domain/privacy'

/** Amounts of money 金额: digits or Chinese numerals before 元. */
const AMOUNT =
  /([0-9０-９][0-9０-９,，.．]*|[一二三四五六七八九十百千万亿零两壹贰叁肆伍陆柒捌玖拾佰仟]+)\s*(万|亿)?\s*(元|块钱)|[¥￥]\s*[0-9]/

/** Returns the text for a message; null when it holds personal data or an amount, which no message may carry. */
export const redactForPush = (words: string, now: Date): string | null =>
  AMOUNT.test(words) || scanText(words, { today: chinaDate(now) }).length > 0 ? null : words
