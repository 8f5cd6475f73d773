import { type Reading, doubtful, sure } from '../reading'
import { bracketsBalance, fold, joinLayout, normaliseBlanks, splitOutsideBrackets } from '../text'
import { COMMON_WORDS, COMPOUND_LABELS, SHORT_LABELS } from '../vocabulary/elementLabels'
import { dropListMarker, splitBullets, splitNumbered, startsWithMarker } from './listMarks'

/** Origin of a cell's line breaks: the writer or the layout. */
export type LineBreaks = 'written' | 'layout'

const END_MARK = /[、，,；;。]$/
const trimEnd = (text: string): string => joinLayout(text).replace(/[、，,；;。:：]+$/, '')

const crossesWord = (left: string, right: string): boolean =>
  COMMON_WORDS.includes(fold(left.slice(-1) + right.charAt(0))) &&
  !COMMON_WORDS.includes(fold(left.slice(-2)))

/** Checks whether a line break is inside a word or bracket, hence from the layout. */
const isWrapped = (left: string, right: string): boolean => !bracketsBalance(left) || crossesWord(left, right)

interface Joined {
  parts: string[]
  doubt?: string
}

/** Joins lines that the layout broke; with `layout` breaks only a mark at the end of a line separates. */
function joinLines(lines: readonly string[], breaks: LineBreaks): Joined {
  const parts: string[] = []
  let doubt: string | undefined
  for (const line of lines) {
    const before = parts.at(-1)
    if (before === undefined || END_MARK.test(before)) parts.push(line)
    else if (breaks === 'layout' || isWrapped(before, line)) parts[parts.length - 1] = before + line
    else {
      if (/[、；;]/.test(before)) doubt = '单元格里既有换行又有顿号、分号，分条可能不准'
      parts.push(line)
    }
  }
  return { parts, doubt }
}

const startsCompound = (tokens: readonly string[], at: number): number =>
  COMPOUND_LABELS.find(([first = '', ...rest]) => {
    const head = fold(tokens[at] ?? '')
    const tail = rest.map((_, offset) => fold(tokens[at + 1 + offset] ?? ''))
    const ends = tail.every((text, index) =>
      index === tail.length - 1 ? text.startsWith(rest[index] ?? '') : text === rest[index],
    )
    return head.endsWith(first) && ends
  })?.length ?? 1

/** Rejoins labels that contain 、: `办理时间、地点`. */
function joinCompounds(tokens: readonly string[]): string[] {
  const joined: string[] = []
  let at = 0
  while (at < tokens.length) {
    const length = startsCompound(tokens, at)
    joined.push(tokens.slice(at, at + length).join('、'))
    at += length
  }
  return joined
}

const isLabel = (text: string): boolean => SHORT_LABELS.includes(fold(text))

/** Words at the end of a list that may gather all entries before them: 姓名、职务信息; 规章、规范性文件. */
const GATHERING = /^.{2,}(?:信息|情况|内容|事项|方面|制度|文件|资料|工作)$/
const gathers = (tokens: readonly string[]): boolean => {
  const end = (tokens.at(-1) ?? '').slice(-2)
  return GATHERING.test(tokens.at(-1) ?? '') && !tokens.slice(0, -1).some(token => token.endsWith(end))
}

/** Words that may modify all entries of a list: 涉及农村的项目、资金. */
const MODIFIER = /[的将在]|对(?!象)|涉及|有关|相关|所有|各类/

/** Checks for words of one or two characters that belong to their neighbours: 救灾、防汛资金; 机构设置、职能. */
function bareDoubt(tokens: readonly string[]): string | undefined {
  const [first = ''] = tokens
  const last = tokens.at(-1) ?? ''
  const bare = last.length < 3 ? [] : tokens.slice(0, -1).filter(token => isShort(token, 2))
  if (bare.length > 0) return `“${bare.join('、')}”可能和后面的词连在一起，分条可能不准`
  return first.length > 2 && isShort(last, 2) ? `“${last}”可能和前面的词连在一起，分条可能不准` : undefined
}

/** Checks for a long first entry with short ones after it: 奖励扶助对象名单、金额. */
const trailsOff = (first: string, rest: readonly string[]): boolean =>
  first.length >= 5 && rest.every(token => token.length <= 4) && rest.some(token => !isLabel(token))

/** The word that all entries end with: 总体预案、专项预案 may be the kinds of one content, or several. */
function commonEnd(tokens: readonly string[]): string | undefined {
  const end = (tokens[0] ?? '').slice(-2)
  const isKind = (token: string): boolean => token.length > end.length && token.endsWith(end)
  return end.length === 2 && tokens.every(isKind) && !tokens.every(isLabel) ? end : undefined
}

/** Returns why a list with 、 may be one phrase instead of several labels; undefined for a plain list. */
function phraseDoubt(tokens: readonly string[]): string | undefined {
  const [first = '', ...rest] = tokens
  const last = tokens.at(-1) ?? ''
  if (rest.length === 0) return undefined
  if (/等[^、]{0,6}$/.test(last)) return '“……等”可能是一个整体，也可能是几项内容'
  const words = first.replace(/[(（][^)）]*[)）]/g, '')
  if (MODIFIER.test(words.slice(0, -1)) && rest.some(token => isShort(token, 4))) {
    return '前面的修饰语可能管着后面几个词，分条可能不准'
  }
  if (gathers(tokens)) return `“${last}”可能管着前面几个词，分条可能不准`
  const end = commonEnd(tokens)
  if (end !== undefined) return `各条都以“${end}”结尾，可能是一项里的几类，分条可能不准`
  return trailsOff(words, rest) ? '后面几个短词可能和第一个词是一项，分条可能不准' : bareDoubt(tokens)
}

const isShort = (token: string, length: number): boolean => token.length <= length && !isLabel(token)

const splitAt = (text: string, marks: string): string[] =>
  splitOutsideBrackets(text, char => marks.includes(char))
    .map(trimEnd)
    .filter(part => part !== '')

function splitEnumeration(text: string): Reading<string[]> {
  const tokens = joinCompounds(splitAt(text, '、'))
  const endsWithAll = /等$/.test(text) && /的[^、]*、/.test(text)
  if (endsWithAll) return doubtful([trimEnd(text)], '“……等”可能是一个整体，也可能是几项内容')
  const doubt = phraseDoubt(tokens)
  return doubt === undefined ? sure(tokens) : doubtful(tokens, doubt)
}

function splitCommas(text: string): Reading<string[]> {
  const parts = splitAt(text, '，,')
  const allShort = parts.every(part => part.length <= 12 && !/[应须需按将可]|(?<!申)请/.test(part))
  if (parts.length === 1) return sure(parts)
  if (parts.length >= 3 && allShort) return sure(parts)
  return doubtful([trimEnd(text)], '逗号可能隔开几项内容，也可能是一句话')
}

function splitBlanks(text: string): Reading<string[]> | undefined {
  const parts = text.split(/ +/).filter(part => part !== '')
  const bare = parts.map(part => part.replace(/[(（][^)）]*[)）]$/, ''))
  const cjk = bare.every(part => /^[\u4e00-\u9fff]{2,14}$/.test(part))
  if (parts.length < 2 || !cjk) return undefined
  const cut = parts.some((part, index) => index > 0 && isWrapped(parts[index - 1] ?? '', part))
  if (cut) return doubtful([parts.join('')], '词语之间有空格，可能是排版空格，也可能隔开几项内容')
  return doubtful(parts.map(trimEnd), '词语之间只有空格，分条可能不准')
}

/** Splits labels at blanks when some contain 、: more blanks than 、 outside brackets. */
function splitBlanksAndMarks(line: string): Reading<string[]> | undefined {
  const parts = line.trim().split(/ +/)
  const marks = splitAt(joinLayout(line), '、').length - 1
  const whole = parts.every(part => part.length >= 2 && bracketsBalance(part) && !/[、，；;,]$/.test(part))
  if (parts.length < 3 || parts.length - 1 <= marks || !whole) return undefined
  const value = parts.flatMap(part => joinCompounds(splitAt(part, '、')))
  return doubtful(value, '词语之间既有空格又有顿号，分条可能不准')
}

/** Splits one line into labels: by ；, else by 、, else by ，, else by blanks. */
function splitLine(line: string): Reading<string[]> {
  const text = joinLayout(line)
  const bySemicolon = splitAt(text, '；;')
  if (bySemicolon.length > 1 || /[；;]$/.test(text)) return sure(bySemicolon)
  if (splitAt(text, '、').length > 1) return splitBlanksAndMarks(line) ?? splitEnumeration(text)
  const byBlanks = /[，,。]/.test(text) ? undefined : splitBlanks(line.trim())
  return byBlanks ?? splitCommas(text)
}

const flatten = (readings: readonly Reading<string[]>[]): Reading<string[]> => ({
  value: readings.flatMap(({ value }) => value),
  doubts: [...new Set(readings.flatMap(({ doubts }) => doubts))],
})

const NUMBERED_ANEW = '编号中途重新开始，分条可能不准'
/** Checks for a further number within an entry of a numbered list. */
const holdsMarker = (part: string): boolean =>
  /\S\s*(?:[(（][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳])\s*[\u4e00-\u9fff]/u.test(part)

const marked = (parts: readonly string[]): Reading<string[]> =>
  sure(parts.map(part => trimEnd(part)).filter(part => part !== ''))

const LINES_AND_MARKS = '单元格里既有换行又有顿号，按行分条，可能不准'

/** Checks for lines that all are as long as the cell is wide, but the last: the layout broke them. */
function fillsWidth(lines: readonly string[]): boolean {
  const lengths = lines.map(line => line.length)
  const width = Math.max(...lengths)
  return width >= 6 && lengths.slice(0, -1).every(length => length >= width - 1)
}

/** Checks for entries on lines of their own, some of which hold a 、 themselves; not for a list that runs over lines. */
const areEntries = (lines: readonly string[], breaks: LineBreaks): boolean =>
  breaks === 'written' &&
  lines.length > 1 &&
  lines.some(line => line.includes('、')) &&
  !lines.some(line => END_MARK.test(line) || /[；;]/.test(line)) &&
  !fillsWidth(lines) &&
  !lines.some((line, at) => at > 0 && isWrapped(lines[at - 1] ?? '', line))

function readUnmarked(lines: readonly string[], breaks: LineBreaks): Reading<string[]> {
  if (areEntries(lines, breaks)) {
    const { value } = marked(lines)
    const sureLines = value.every(
      part => splitAt(part, '、').length === 1 || joinCompounds(splitAt(part, '、')).length === 1,
    )
    return sureLines ? sure(value) : doubtful(value, LINES_AND_MARKS)
  }
  const { parts, doubt } = joinLines(lines, breaks)
  if (parts.length === 1) return splitLine(parts[0] ?? '')
  const listed = parts.some(part => END_MARK.test(part)) || doubt !== undefined
  const reading = listed ? flatten(parts.map(part => splitLine(part))) : marked(parts)
  return doubt === undefined ? reading : { value: reading.value, doubts: [...reading.doubts, doubt] }
}

/** Reads lines with markers: each marker starts an item, lines without one continue it. */
function readMarkedLines(lines: readonly string[]): string[] {
  const parts: string[] = []
  for (const line of lines) {
    const before = parts.at(-1)
    if (before === undefined || startsWithMarker(line)) parts.push(dropListMarker(line))
    else parts[parts.length - 1] = before + line
  }
  return parts
}

/**
 * Reads the elements 公开内容(要素) of a cell, in order: separated by bullets, numbers, lines, ；, 、 or ，; labels
 * such as 办理时间、地点 stay whole.
 */
export function readElements(raw: string, breaks: LineBreaks = 'written'): Reading<string[]> {
  const lines = normaliseBlanks(raw)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const [first] = lines
  if (first === undefined) return sure([])
  const flat = lines.join('\n')
  const inline = splitNumbered(flat) ?? (startsWithMarker(first) ? splitBullets(flat) : undefined)
  if (inline) return inline.some(holdsMarker) ? doubtful(marked(inline).value, NUMBERED_ANEW) : marked(inline)
  if (lines.length > 1 && startsWithMarker(first)) return marked(readMarkedLines(lines))
  return readUnmarked(lines, breaks)
}
