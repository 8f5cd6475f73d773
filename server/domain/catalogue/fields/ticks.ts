import { fold, joinLayout } from '../text'
import {
  DAMAGED_BOXES,
  DAMAGED_TICKS,
  EMPTY_GLYPHS,
  NO_TICK_WORDS,
  TICKED_GLYPHS,
  TICK_WORDS,
} from '../vocabulary/ticks'

/** A cell of a tick column: ticked or not, its other words, and a reason to doubt. */
export interface Tick {
  ticked: boolean | null
  words: string
  doubt?: string
}

const hasAny = (text: string, glyphs: string): boolean => [...glyphs].some(glyph => text.includes(glyph))

const GLYPHS = new RegExp(`[${TICKED_GLYPHS}${EMPTY_GLYPHS}\\[\\]]`, 'gu')

function tickOfWords(text: string): Tick | undefined {
  const folded = fold(text)
  if (TICK_WORDS.includes(folded)) return { ticked: true, words: '' }
  if (NO_TICK_WORDS.includes(folded)) return { ticked: false, words: '' }
  if (DAMAGED_TICKS.includes(folded)) {
    return { ticked: true, words: '', doubt: `“${text}”像是受损的“√”，请核对` }
  }
  return undefined
}

/** Reads a tick cell. An unknown word gives `ticked: null` and is returned in `words`. */
export function readTick(raw: string): Tick {
  const text = joinLayout(raw)
  if (text === '') return { ticked: false, words: '' }
  const ofWords = tickOfWords(text)
  if (ofWords) return ofWords
  if (DAMAGED_BOXES.includes(text)) {
    return { ticked: false, words: '', doubt: `“${text}”像是受损的空框“□”，请核对` }
  }
  const words = text.replace(GLYPHS, '').replace(/^[(（]\s*[)）]/, '')
  if (hasAny(text, TICKED_GLYPHS)) return { ticked: true, words }
  if (hasAny(text, EMPTY_GLYPHS)) {
    const open = text === '○' || text === '〇' || text === '△' || text === '☆'
    return open
      ? { ticked: null, words: '', doubt: `“${text}”可能表示勾选，也可能表示未选，请核对` }
      : { ticked: false, words }
  }
  return { ticked: null, words: text }
}

/** Checks whether a cell contains only a tick, a box or an equivalent word. */
export const isTickCell = (raw: string): boolean => {
  const { ticked, words } = readTick(raw)
  return joinLayout(raw) !== '' && ticked !== null && words === ''
}

const BOXED = new RegExp(`([${TICKED_GLYPHS}${EMPTY_GLYPHS}])([^${TICKED_GLYPHS}${EMPTY_GLYPHS}]+)`, 'gu')

/** Returns the words after ticked boxes, `■县级 □乡级` → 县级, or the whole text without boxes. */
export const tickedPart = (text: string): string => {
  const boxes = [...text.matchAll(BOXED)]
  if (boxes.length === 0) return text
  return boxes
    .filter(([, glyph = '']) => TICKED_GLYPHS.includes(glyph))
    .map(([, , words = '']) => words.trim())
    .join('；')
}
