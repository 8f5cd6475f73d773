import fc from 'fast-check'

/** One value in the ways in which people write it. */
export interface Noted<T> {
  value: T
  forms: string[]
}

const LOWER = { digits: '零一二三四五六七八九', places: ['', '十', '百', '千'] }
const CAPITAL = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] }
type Script = typeof LOWER

/** 1–9999 in Chinese. */
function section(value: number, { digits, places }: Script): string {
  const text = String(value)
  let said = ''
  let zero = false
  for (const [at, char] of [...text].entries()) {
    if (char === '0') zero = said !== ''
    else {
      said += `${zero ? digits[0] : ''}${digits[Number(char)]}${places[text.length - 1 - at]}`
      zero = false
    }
  }
  return said
}

/** A whole number up to 10¹² as it is spoken. */
export function chinese(value: number, script: Script = LOWER): string {
  if (value === 0) return script.digits[0]!
  const sections = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
  let said = ''
  let gap = false
  for (const [at, part] of sections.entries()) {
    if (part === 0) {
      gap = said !== ''
      continue
    }
    said += `${said !== '' && (gap || part < 1000) ? script.digits[0] : ''}${section(part, script)}${['亿', '万', ''][at]}`
    gap = false
  }
  return said
}

const wide = (text: string) =>
  [...text]
    .map(char => (/[0-9]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
    .join('')
const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const yuanOf = (yuan: number): string[] => [
  `${yuan}元`,
  `${grouped(yuan)}元`,
  `${grouped(yuan)}.00元`,
  `${yuan} 元`,
  `${wide(String(yuan))}元`,
  `￥${grouped(yuan)}`,
  `人民币${yuan}元整`,
  `${chinese(yuan)}元`,
  `${chinese(yuan, CAPITAL)}元整`,
  `${yuan / 10_000}万元`,
]

/** Whole yuan below ten thousand million. */
export const money: fc.Arbitrary<Noted<number>> = fc
  .oneof(
    fc.integer({ min: 1, max: 999_999 }),
    fc.integer({ min: 1, max: 99_999 }).map(value => value * 10_000),
  )
  .map(value => ({ value, forms: yuanOf(value) }))

export const households: fc.Arbitrary<Noted<number>> = fc.integer({ min: 1, max: 9_999 }).map(value => ({
  value,
  forms: [
    `${value}户`,
    `${grouped(value)} 户`,
    `${wide(String(value))}户`,
    `${chinese(value)}户`,
    `${chinese(value, CAPITAL)}户`,
  ],
}))

const digitByDigit = (text: string) => [...text].map(char => '〇一二三四五六七八九'[Number(char)]).join('')

export const day: fc.Arbitrary<Noted<string>> = fc
  .record({
    year: fc.integer({ min: 2015, max: 2035 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => {
    const pad = (value: number) => String(value).padStart(2, '0')
    return {
      value: `${year}-${pad(month)}-${pad(date)}`,
      forms: [
        `${year}年${month}月${date}日`,
        `${year}年${pad(month)}月${pad(date)}日`,
        `${digitByDigit(String(year))}年${chinese(month)}月${chinese(date)}日`,
        `${year}-${month}-${date}`,
        `${year}-${pad(month)}-${pad(date)}`,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year} 年 ${month} 月 ${date} 日`,
        wide(`${year}年${month}月${date}号`),
      ],
    }
  })

export const percent: fc.Arbitrary<Noted<number>> = fc.integer({ min: 1, max: 99 }).map(value => ({
  value,
  forms: [
    `${value}%`,
    `${value}.0％`,
    `百分之${chinese(value)}`,
    `百分之${value}`,
    `${wide(String(value))}%`,
  ],
}))

/** So much for each person and month. */
export const standard: fc.Arbitrary<Noted<number>> = fc.integer({ min: 50, max: 9_999 }).map(value => ({
  value,
  forms: [
    `每人每月${value}元`,
    `每月每人 ${grouped(value)}.00 元`,
    `${value}元/人·月`,
    `${value} 元/人/月`,
    `${value}元/（人·月）`,
    `${value}元/月·人`,
    `每人每月${chinese(value)}元`,
    `${value}元每人每月`,
  ],
}))
