import { folded } from '@shared/common/searchWords'

/** What a question of a reader asks for 问一句, as far as its words say. */
export interface Asked {
  /** The words that name a matter, those of asking and of time taken out. */
  words: string
  /** The year that need not be said. */
  thisYear: number
  year: number | null
  month: number | null
  /** Asks for a sum of the accounts. */
  about: 'income' | 'expense' | 'balance' | null
  /** Asks how something is applied for, whom to ring, how far a matter has come. */
  wants: 'way' | 'phone' | 'progress' | null
}

const YEARS_AGO: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 }
const TIME = /(?:20\d\d年?|今年|去年|前年|\d{1,2}月份?|上个?月|这个?月|本月)/g
const ASKING =
  /请问|我想(?:知道|问)?|想看|一共|总共|多少钱?|几多|几户|几个|有没有|没有|怎么样?|如何|申请|办理|要带|在哪里?|哪里|哪儿|哪了|哪些|哪一步|哪|什么|谁|了|吗|呢|的|[?？，,。、\s]/g
const WANTS = [
  ['phone', /电话|找谁|打给|联系/],
  ['way', /怎么|如何|申请|办理|去办|要办|带什么|材料|手续|报修/],
  ['progress', /哪一?步|进度|进展|正在办|做完|修好|完工/],
] as const
const ABOUT = [
  ['balance', /账上|余额|结余|还剩|还有多少/],
  ['expense', /花|支出|用在|开支/],
  ['income', /收入|收进|收了|进账|挣/],
] as const

function yearAsked(question: string, today: string): number | null {
  const said = /20\d\d/.exec(question)?.[0]
  if (said) return Number(said)
  const ago = Object.entries(YEARS_AGO).find(([word]) => question.includes(word))?.[1]
  return ago === undefined ? null : Number(today.slice(0, 4)) - ago
}

function monthAsked(question: string, today: string): number | null {
  const said = Number(/(\d{1,2})月/.exec(question)?.[1] ?? 0)
  if (said >= 1 && said <= 12) return said
  const now = Number(today.slice(5, 7))
  if (/上个?月/.test(question)) return now === 1 ? 12 : now - 1
  return /这个?月|本月/.test(question) ? now : null
}

/** Reads a question; `today` is what 今年, 上月 are counted from. */
export function readQuestion(question: string, today: string): Asked {
  const text = folded(question)
  return {
    words: text.replace(TIME, '').replace(ASKING, ''),
    thisYear: Number(today.slice(0, 4)),
    year: yearAsked(text, today),
    month: monthAsked(text, today),
    about: ABOUT.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
    wants: WANTS.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
  }
}

/** Words that name no matter of their own. */
const COMMON = new Set(['收入', '支出', '费用', '公开', '情况', '财务', '收支', '收支情', '申请', '办理', '项目', '事项', '村级', '人员', '补贴', '资金', '信息', '公示']) // prettier-ignore

/** Returns the longest run of two or more characters that two texts share; empty: none. */
export function sharedRun(words: string, text: string): string {
  const letters = [...words]
  const within = folded(text)
  let longest: string[] = []
  for (let from = 0; from < letters.length; from += 1) {
    let run = letters.slice(from, from + Math.max(2, longest.length + 1))
    while (run.length > longest.length && run.length >= 2 && within.includes(run.join(''))) {
      longest = run
      if (from + run.length >= letters.length) break
      run = letters.slice(from, from + run.length + 1)
    }
  }
  const found = longest.join('')
  return COMMON.has(found) ? '' : found
}

/** Returns the things whose name shares most with the words, and what it shares. */
export function namedMost<Thing>(
  words: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): { word: string; found: Thing[] } {
  const runs = things.map(thing => ({ thing, run: sharedRun(words, nameOf(thing)) }))
  const most = Math.max(2, ...runs.map(({ run }) => run.length))
  const found = runs.filter(({ run }) => run.length === most)
  return { word: found[0]?.run ?? '', found: found.map(({ thing }) => thing) }
}
