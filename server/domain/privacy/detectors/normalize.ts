import { DIGIT_VALUES } from '@shared/common/chineseNumerals'
import { foldWithOrigin } from '../../chinese/foldWithOrigin'
import { simplify, simplifyCharacter } from '../../chinese/simplify'
import { NUMBER_LABELS } from '../lexicon/labels'
import { digitRuns } from './digits'
import { isNoteMark, plainGlyph } from './glyphs'
import type { LabelMark, ScanContext, ScanText } from '../types'

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isControl = (code: number): boolean => code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x1f

/** Returns a source character as the detectors see it; '' drops it. */
function plain(char: string, code: number): string {
  if (code < 0x80) return isControl(code) ? '' : char
  return isHan(code) ? simplifyCharacter(char) : plainGlyph(char, code)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t' }

/** 幺 is the spoken form of 一 in numbers. */
const SPOKEN_DIGITS: Readonly<Record<string, number>> = { ...DIGIT_VALUES, 幺: 1 }
const CHINESE_DIGITS = Object.keys(SPOKEN_DIGITS).join('')
const CHINESE_RUN = new RegExp(`[${CHINESE_DIGITS}](?:[ -]?[${CHINESE_DIGITS}]){10,24}`, 'g')

/** Replaces telephone and ID numbers in Chinese digits 一三八…; quantities (with 十百千万) never form such a run. */
const spellOut = (text: string): string =>
  text.replace(CHINESE_RUN, run => [...run].map(char => SPOKEN_DIGITS[char] ?? char).join(''))

const LABELS = new RegExp(NUMBER_LABELS.groups.map(([, pattern]) => `(${pattern})`).join('|'), 'gi')

/** Finds number labels; a text without digits needs none. */
const labelsOf = (text: string): LabelMark[] => (/\d/.test(text) ? labelsIn(text) : [])

const labelsIn = (text: string): LabelMark[] =>
  [...text.matchAll(LABELS)].map(match => {
    const group = NUMBER_LABELS.groups.findIndex((_, index) => match[index + 1] !== undefined)
    return {
      kind: NUMBER_LABELS.groups[group]?.[0] ?? 'order',
      start: match.index,
      end: match.index + match[0].length,
    }
  })

/** Returns the number label in a column name; the last one counts. */
const columnLabelOf = (label: string | undefined): string | null =>
  label ? (labelsIn(simplify(label.replace(/\s+/g, ''))).at(-1)?.kind ?? null) : null

/** Normalises the characters and records where each came from. */
function fold(source: string, escapedBreaks: boolean): { text: string; origin: number[] } {
  const { text, origin } = foldWithOrigin(source, at => {
    const code = source.codePointAt(at) ?? 0
    const escaped = escapedBreaks && code === 0x5c ? ESCAPES[source[at + 1] ?? ''] : undefined
    const length = escaped !== undefined || code > 0xffff ? 2 : 1
    const char = source.slice(at, at + length)
    return { form: escaped ?? (isNoteMark(source, at) ? char : plain(char, code)), length }
  })
  return { text, origin: [...origin, source.length] }
}

/** Removes the disguises of a text and records the offsets in the source. */
export function prepareText(source: string, context: ScanContext = {}): ScanText {
  const folded = fold(source, context.escapedBreaks ?? false)
  const text = spellOut(folded.text)
  return {
    source,
    text,
    origin: Uint32Array.from(folded.origin),
    labels: labelsOf(text),
    runs: digitRuns(text),
    columnLabel: columnLabelOf(context.label),
    persons: [],
  }
}

/** Returns the source offsets of a range of the normalised text. */
export function sourceSpan(scan: ScanText, start: number, end: number): { start: number; end: number } {
  const from = scan.origin[start] ?? scan.source.length
  const last = scan.origin[Math.max(start, end - 1)] ?? from
  const code = scan.source.codePointAt(last) ?? 0
  return { start: from, end: Math.min(scan.source.length, last + (code > 0xffff ? 2 : 1)) }
}

/** Characters allowed between a label and its number: short and without the end of a clause. */
const BRIDGE = /^[^。;!?，,]{0,10}$/
/** A document's label must directly precede its number: 「订单联系138…」 is not an order number. */
const TIGHT_BRIDGE = /^[^。;!?，,\u4e00-\u9fff]{0,6}(?:为|是)?[^。;!?，,\u4e00-\u9fff]{0,4}$/

/** Returns the label of the number at `start` within the text. */
export function markAt(scan: ScanText, start: number): LabelMark | null {
  let low = 0
  let high = scan.labels.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.labels[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const mark = scan.labels[low - 1]
  if (!mark || start - mark.end > 10) return null
  const bridge = mark.kind === 'order' ? TIGHT_BRIDGE : BRIDGE
  return bridge.test(scan.text.slice(mark.end, start)) ? mark : null
}

/**
 * Returns the meaning of the number at `start`: the nearest label before it, else the column's; null without either.
 */
export const labelAt = (scan: ScanText, start: number): string | null =>
  (scan.labels.length > 0 ? markAt(scan, start)?.kind : undefined) ?? scan.columnLabel
