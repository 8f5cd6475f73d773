import { type Characters, keep, readCharacters } from './characters'
import { numberOf } from './numerals'
import { expand } from './pieces'

/** From a cell or clause to sentences: layout, damage and brackets. */

/** Zero-width characters. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
/** Layout that a copied cell contains as characters. */
const WRITTEN_BREAK = /\\[nrt]|&nbsp;|<br\s*\/?>/gi
const LIST_NUMBER =
  /(^|[\n;；。\s])\s*(?:[(（]?\d{1,2}[)）.、．]|[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百零]{1,6}条(?=\s))(?=\s*[^\d\s０-９])/g

const LABEL =
  '(?<=^|;)(?:公开|公布|更新)?(?:时限|期限|时间|时效|时长)(?:要求)?[:为](?!不|至少|[0-9一二三四五六七八九十两]+年)'
const DOUBLED = '[,、](?=[,;])|;(?=;)'
/** 20个工作日(含), 7日(含当日): the last day counts, as it always does. */
const INCLUDED = expand('\\(含(?:本数|当[日天]|{NUMBER}{UNIT})?\\)')
const DROPPED = new RegExp([LABEL, DOUBLED, INCLUDED].join('|'), 'g')
/** 三(3)日: one number written twice. */
const TWICE = new RegExp(expand('({NUMBER})\\(({NUMBER})\\)'), 'g')
/** 公示(5个工作日): the bracket holds the posting period. */
const POSTED = new RegExp(expand('(?:公示|公告|张榜|张贴)(\\()[^()]{0,6}?{NUMBER}{UNIT}(?:以上)?(\\))'), 'dg')

const rangeOf = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** The bracket of a number written twice, if both are the same. */
function repeatedIn({ index, 0: whole, 1: one = '', 2: other = '' }: RegExpExecArray): number[] {
  return numberOf(one) === numberOf(other) ? rangeOf(index + one.length, index + whole.length) : []
}

const bracketsIn = ({ indices }: RegExpExecArray): number[] =>
  [indices?.[1], indices?.[2]].flatMap(range => (range ? [range[0]] : []))

const droppedIn = (text: string): Set<number> =>
  new Set([
    ...[...text.matchAll(DROPPED)].flatMap(({ index, 0: match }) => rangeOf(index, index + match.length)),
    ...[...text.matchAll(TWICE)].flatMap(repeatedIn),
    ...[...text.matchAll(POSTED)].flatMap(bracketsIn),
  ])

const SAYS_TIME = new RegExp(expand('{NUMBER}{UNIT}|每[月季年半]|及时|随时|长期|动态|定期|另有|有变'))

interface Range {
  from: number
  to: number
}

/** The ranges of sentences: between stops outside brackets; a bracket that states a time is a sentence of its own. */
function rangesOf(text: string): { outer: Range[]; remarks: Range[] } {
  const outer: Range[] = []
  const remarks: Range[] = []
  let [from, open] = [0, -1]
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '(' && open < 0) open = text.indexOf(')', at) > 0 ? at : -1
    else if (char === ')' && open >= 0) {
      if (SAYS_TIME.test(text.slice(open, at))) remarks.push({ from: open + 1, to: at })
      open = -1
    } else if (char === ';' && open < 0) {
      outer.push({ from, to: at })
      from = at + 1
    }
  }
  return { outer: [...outer, { from, to: text.length }], remarks }
}

const inside = (ranges: readonly Range[], at: number): boolean =>
  ranges.some(({ from, to }) => at >= from - 1 && at <= to)

/** A text without layout that a copied cell keeps as characters. */
export const withoutLayout = (raw: string): string => raw.replace(INVISIBLE, '').replace(WRITTEN_BREAK, '\n')

/** Splits a text into sentences in one compatibility form, with the places of their characters in the source. */
export function sentencesOf(raw: string): Characters[] {
  const text = withoutLayout(raw).replace(LIST_NUMBER, '$1;')
  const read = readCharacters(text)
  const dropped = droppedIn(read.text)
  const clean = keep(read, index => !dropped.has(index))
  const { outer, remarks } = rangesOf(clean.text)
  const sentences = outer.flatMap(range => [
    keep(clean, at => at >= range.from && at < range.to && !inside(remarks, at)),
    ...remarks
      .filter(({ from }) => from >= range.from && from < range.to)
      .flatMap(({ from, to }) => splitAtStops(keep(clean, at => at >= from && at < to))),
  ])
  return sentences.filter(({ text: words }) => words !== '')
}

function splitAtStops(characters: Characters): Characters[] {
  const { outer } = rangesOf(characters.text)
  return outer.map(({ from, to }) => keep(characters, at => at >= from && at < to))
}
