/** What a value measures; `date` for parts of a date. */
export type UnitSense = 'money' | 'people' | 'date' | 'share' | 'measure' | 'plain'

export interface Unit {
  /** Canonical form of the unit. */
  name: string
  sense: UnitSense
}

const unit = (sense: UnitSense, name: string, ...forms: string[]): [string, Unit][] =>
  [name, ...forms].map(form => [form, { name, sense }])

/** Forms of units in notices and tables; longer forms are tried first. */
const UNITS = new Map<string, Unit>([
  ...unit('money', '元', '圆', '块钱'),
  ...unit('money', '角'),
  ['¢', { name: '分', sense: 'money' }],
  ...unit('people', '人', '名', '位'),
  ...unit('people', '户'),
  ...unit('people', '人次'),
  ...unit('people', '户次'),
  ...unit('date', '年', '年度'),
  ...unit('date', '季度'),
  ...unit('date', '半年'),
  ...unit('date', '月', '月份'),
  ...unit('date', '日'),
  ...unit('plain', '号'),
  ...unit('share', '%'),
  ...unit('share', '‰'),
  ...unit('share', '个百分点', '百分点'),
  ...unit('measure', '亩'),
  ...unit('measure', '平方公里'),
  ...unit('measure', '平方米', 'm2', '平米'),
  ...unit('measure', '立方米', 'm3'),
  ...unit('measure', '公里', '千米', 'km'),
  ...unit('measure', '米'),
  ...unit('measure', '吨'),
  ...unit('measure', '公斤', '千克', 'kg'),
  ...unit('measure', '斤'),
  ...unit('measure', '小时'),
  ...unit('measure', '个月'),
  ...unit('measure', '天'),
  ...unit('measure', '岁', '周岁'),
  ...unit('measure', '倍'),
  ...unit('plain', '件'),
  ...unit('plain', '台'),
  ...unit('plain', '头'),
  ...unit('plain', '只'),
  ...unit('plain', '株'),
  ...unit('plain', '辆'),
  ...unit('plain', '套'),
  ...unit('plain', '盏'),
  ...unit('plain', '次'),
  ...unit('plain', '个'),
])
const FORMS = [...UNITS.keys()].sort((a, b) => b.length - a.length)

/** Returns the unit at the start of a text and its length in characters; null if there is none. */
export function unitAt(text: string): { unit: Unit; length: number } | null {
  const form = FORMS.find(one => text.startsWith(one))
  return form ? { unit: UNITS.get(form)!, length: form.length } : null
}

export const YUAN: Unit = { name: '元', sense: 'money' }

/** Units that an amount can refer to: 每人每月, 元/人·月. */
const EACH = '(?:人|户|亩|个?月|年|季度?|天|日|次|平方米|学期|学年|头|只|株|吨|公斤|斤|生|孩|套|个)'
const EACH_PREFIX = new RegExp(`^(?:每${EACH})+`)
const EACH_SUFFIX = new RegExp(`^(?:/\\(?${EACH}(?:[·./、*×・•]${EACH})*\\)?|(?:每${EACH})+)`)
const EACH_ONE = new RegExp(EACH, 'g')
const SAME_EACH: Readonly<Record<string, string>> = { 个月: '月', 季度: '季', 日: '天' }

export interface Each {
  /** Sorted, so that 每月每人 equals 每人每月. */
  each: string[]
  length: number
}

function eachOf(text: string, pattern: RegExp): Each | null {
  const found = pattern.exec(text)?.[0]
  if (!found) return null
  const each = (found.match(EACH_ONE) ?? []).map(one => SAME_EACH[one] ?? one)
  return { each: [...new Set(each)].sort(), length: found.length }
}

/** Reads 每人每月 before an amount. */
export const eachBefore = (text: string): Each | null => eachOf(text, EACH_PREFIX)
/** Reads /人·月 or 每人每月 after an amount. */
export const eachBehind = (text: string): Each | null => eachOf(text, EACH_SUFFIX)
