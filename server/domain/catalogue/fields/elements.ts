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

/** Returns why a list with 、 may be one phrase instead of several labels; undefined for a plain list. */
function phraseDoubt(tokens: readonly string[]): string | undefined {
  const last = tokens.at(-1) ?? ''
  if (tokens.length < 2) return undefined
  if (/等[^、]{0,6}$/.test(last)) return '“……等”可能是一个整体，也可能是几项内容'
  const [first = ''] = tokens
  if (
    /[的将对在]|涉及|有关|相关/.test(first.slice(0, -1)) &&
    tokens.slice(1).some(token => token.length <= 3 && !isLabel(token))
  ) {
    return '前面的修饰语可能管着后面几个词，分条可能不准'
  }
  const bare =
    last.length < 3 ? [] : tokens.slice(0, -1).filter(token => token.length <= 2 && !isLabel(token))
  return bare.length > 0 ? `“${bare.join('、')}”可能和后面的词连在一起，分条可能不准` : undefined
}

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

const marked = (parts: readonly string[]): Reading<string[]> =>
  sure(parts.map(part => trimEnd(part)).filter(part => part !== ''))

function readUnmarked(lines: readonly string[], breaks: LineBreaks): Reading<string[]> {
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
  if (inline) return marked(inline)
  if (lines.length > 1 && startsWithMarker(first)) return marked(readMarkedLines(lines))
  return readUnmarked(lines, breaks)
}
