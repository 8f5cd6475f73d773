/** Full-width commas separate sentences, except between full-width digits. */
const WIDE_GROUPING = /([０-９])，(?=[０-９]{3})/g
const WIDE_COMMA = /，/g

const ALL_BLANK = /\s+/g
/** Matches a blank between two digits, which separates two numbers; any other blank is layout. */
const PARTING_BLANK = /([0-9])\s+(?=[0-9])/g
/** Matches office and mobile numbers as one whole, however they are grouped. */
const PHONE =
  /(^|[^0-9])(?:(0\d{2,3})[- ]?(\d{3,4})[- ]?(\d{4})|(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4}))(?![0-9])/g

const FOLD: Readonly<Record<string, string>> = {
  圓: '元',
  '〜': '~',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
}
const FOLDED = /[圓〜—–―−]/g

const FIGURE = '(?=[0-9〇零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾])'
/** Matches a lower bound: 不少于3户 is ≥3户, a different value from 3户. */
const AT_LEAST = new RegExp(`(?:不少于|不低于|不小于|至少)${FIGURE}`, 'g')
const AT_MOST = new RegExp(`(?:不超过|不高于|不多于|不大于|至多)${FIGURE}`, 'g')
/** Matches the dash of a range: 5月至8月 and 5月—8月. */
const UNTIL = new RegExp(`([年月日号])[至到]${FIGURE}`, 'g')

/** Unifies digits, letters, dashes and blanks; `、` marks every separator. */
export const plainForm = (text: string): string =>
  text
    .replace(WIDE_GROUPING, '$1,')
    .replace(WIDE_COMMA, '、')
    .normalize('NFKC')
    .replace(FOLDED, char => FOLD[char] ?? char)
    .replace(PHONE, (whole, before: string, ...parts: unknown[]) => {
      const digits = parts.slice(0, 6).filter(part => typeof part === 'string')
      return digits.length === 3 ? `${before}☎${digits.join('')}` : whole
    })
    .replace(PARTING_BLANK, '$1、')
    .replace(ALL_BLANK, '')
    .replace(AT_LEAST, '≥')
    .replace(AT_MOST, '≤')
    .replace(UNTIL, '$1-')

/** A following 日 is matched by lookahead only, so that the next date can begin there. */
const DATE = /(^|[^0-9])((?:19|20)\d{2})([-/.])(\d{1,2})\3(\d{1,2})(?![0-9])(?!\3)(?=(日?))/g
const MONTH = /(^|[^0-9-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![0-9-])/g
const QUARTER = /(^|[^0-9])((?:19|20)\d{2})Q([1-4])(?![0-9])/gi
const HALF = /(^|[^0-9])((?:19|20)\d{2})H([12])(?![0-9])/gi
/** Matches half-years, which are two different values; a year without its 年 is kept separate from them. */
const HALVES = /([0-9〇零一二三四五六七八九])?([上下])半年/g
const ORDINAL_QUARTER = /第(?=[一二三四1-4]季度)/g

/**
 * Unifies dates: 2026-3-5, 2026/3/5, 2026.03.05 → 2026年3月5日; 2026Q1 → 2026年1季度. Does not check that the day
 * exists.
 */
export const plainDates = (text: string): string =>
  text
    .replace(
      DATE,
      (_whole, before: string, year: string, _dash: string, month: string, day: string, unit: string) =>
        `${before}${year}年${month}月${day}${unit ? '' : '日'}`,
    )
    .replace(MONTH, '$1$2年$3月')
    .replace(QUARTER, '$1$2年$3季度')
    .replace(HALF, '$1$2年$3半年')
    .replace(
      HALVES,
      (_whole, digit: string | undefined, half: string) =>
        `${digit ? `${digit}年` : ''}${half === '上' ? 1 : 2}半年`,
    )
    .replace(ORDINAL_QUARTER, '')
