/** What the State Council's notice on a year's holidays 部分节假日安排的通知 says, read from its own words. */
export interface HolidayNotice {
  /** Days off, `YYYY-MM-DD`, sorted. */
  off: string[]
  /** Weekend days that are worked, sorted. */
  work: string[]
  /** One sentence for each place that was not understood or contradicts itself; nothing is imported while there is one. */
  faults: string[]
}

const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/
const DATES = new RegExp(DATE, 'g')
const RANGE = new RegExp(`${DATE.source}(?:至|到|[-—–~～])${DATE.source}`)
const DAY_MS = 86_400_000
const WEEKDAYS = '日一二三四五六'

interface Place {
  year: number
  month: number | null
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Returns the day that the groups of DATE name, year and month taken over from before; null for no day of the calendar. */
function dayOf(found: readonly (string | undefined)[], place: Place): string | null {
  const [year, month, day] = [found[1] ?? place.year, found[2] ?? place.month, found[3]].map(Number)
  const at = Date.UTC(year!, month! - 1, day)
  const fits = new Date(at).getUTCDate() === day && new Date(at).getUTCMonth() === month! - 1
  return fits ? iso(at) : null
}

/** Returns a sentence when the weekday in brackets is not the day's: mostly another year's notice. */
function weekdayFault(day: string, words: string | undefined): string[] {
  const said = /(?:周|星期)([日天一二三四五六])/.exec(words ?? '')?.[1]
  const is = WEEKDAYS[new Date(day).getUTCDay()]!
  if (said === undefined || said.replace('天', '日') === is) return []
  return [`${day} 写的是星期${said}，日历上是星期${is}：年份对吗？`]
}

interface Read {
  days: string[]
  faults: string[]
}

const unclear = (sentence: string): Read => ({ days: [], faults: [`没有看懂这一句：${sentence}`] })

/** Reads a list of single days, e.g. `2月14日（周六）、2月28日（周六）上班`. */
function readDays(sentence: string, year: number): Read {
  const place: Place = { year, month: null }
  const read: Read = { days: [], faults: [] }
  for (const found of sentence.matchAll(DATES)) {
    const day = dayOf(found, place)
    if (day === null) return unclear(sentence)
    read.days.push(day)
    read.faults.push(...weekdayFault(day, found[4]))
    place.month = Number(day.slice(5, 7))
  }
  return read.days.length > 0 ? read : unclear(sentence)
}

/** Reads days off, one range or single days, and compares them with their stated number 共N天. */
function readOff(sentence: string, year: number): Read {
  const range = RANGE.exec(sentence)
  const read = range ? readRange(range, sentence, year) : readDays(sentence, year)
  const stated = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1]
  if (stated === undefined || Number(stated) === read.days.length || read.days.length === 0) return read
  return {
    ...read,
    faults: [...read.faults, `写的是 ${stated} 天，数出来是 ${read.days.length} 天：${sentence}`],
  }
}

const LONGEST_RANGE = 31

function readRange(range: RegExpExecArray, sentence: string, year: number): Read {
  const first = dayOf(range, { year, month: null })
  if (first === null) return unclear(sentence)
  const last = dayOf(range.slice(4), { year: Number(first.slice(0, 4)), month: Number(first.slice(5, 7)) })
  if (last === null) return unclear(sentence)
  const length = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1
  if (length < 1 || length > LONGEST_RANGE) return unclear(sentence)
  const days = Array.from({ length }, (_none, at) => iso(Date.parse(first) + at * DAY_MS))
  return { days, faults: [...weekdayFault(first, range[4]), ...weekdayFault(last, range[8])] }
}

const sorted = (days: readonly string[]): string[] => [...new Set(days)].sort()

/** Days off named by a sentence; advice to employers (鼓励 …) grants none. */
const isOff = (sentence: string): boolean => sentence.includes('放假') && !sentence.includes('鼓励')

/**
 * Reads the paragraphs `一、元旦：1月1日（周五）至3日（周日）放假，共3天。…` of a year's notice. Sentences without a day are
 * passed over; days of another year are a fault, since that year has a table of its own.
 */
export function readHolidayNotice(text: string, year: number): HolidayNotice {
  const sentences = text
    .replace(/[ \t\u3000]+/g, '')
    .split(/[。；;\n\r]+/)
    .filter(sentence => /\d日/.test(sentence) && (isOff(sentence) || sentence.includes('上班')))
  const off = sentences.filter(isOff).map(sentence => readOff(sentence, year))
  const work = sentences.filter(sentence => !isOff(sentence)).map(sentence => readDays(sentence, year))
  const days = [off, work].map(reads => sorted(reads.flatMap(read => read.days)))
  const others = days.flat().filter(day => day.slice(0, 4) !== String(year))
  return {
    off: days[0]!,
    work: days[1]!,
    faults: [
      ...(sentences.length === 0 ? ['没有找到“×月×日放假”的句子，请把通知里各个节日的几段贴全。'] : []),
      ...[...off, ...work].flatMap(read => read.faults),
      ...others.map(day => `${day} 不在${year}年：别的年份请另外导入。`),
    ],
  }
}
