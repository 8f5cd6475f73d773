import { flatMap, lastOf } from '../../common/lists'
import type { PresentedBlock } from '../../contract/disclosure/presentation'
import { cellWithUnit, totalText } from '../document/units'
import { spokenText } from './text'

/** Position of a sentence in the record, for highlighting. */
export interface SpokenPlace {
  /** Id of the block. */
  blockId: string
  /** Id of the row, `total/` and the id of a total, or paragraph number; null: the block's head. */
  part: string | null
  /**
   * Offsets of the first character and after the last, if a long text is read in pieces; null: the whole part.
   */
  range: readonly [from: number, to: number] | null
}

/** One utterance of reading aloud 朗读: the displayed text and the spoken text. */
export interface Sentence extends SpokenPlace {
  text: string
  spoken: string
}

/** A text about one part; `running`: it is the part's own text, character by character. */
interface Line {
  part: string | null
  text: string
  running?: true
}

/** Most characters passed to the speech engine at once. */
export const LONGEST_SENTENCE = 200

const byCharacters = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / LONGEST_SENTENCE) }, (_, at) =>
    text.slice(at * LONGEST_SENTENCE, (at + 1) * LONGEST_SENTENCE),
  )

/** Matches pieces that end with one of these marks, and the last one without. */
const endingWith = (marks: string): RegExp => new RegExp(`[^${marks}]*[${marks}]|[^${marks}]+`, 'g')

const SENTENCES = endingWith('。！？；!?;\n')
const PAUSES = endingWith('，、：,:')

/** Splits a text where the voice may pause, into pieces short enough for one utterance. */
function pausesOf(text: string): string[] {
  const pieces: string[] = []
  for (const part of (text.match(PAUSES) ?? []).filter(piece => piece.trim() !== '')) {
    const before = lastOf(pieces)
    if (before !== undefined && spokenText(before + part).length <= LONGEST_SENTENCE) {
      pieces[pieces.length - 1] = before + part
    } else pieces.push(part)
  }
  return pieces
}

/** Splits a text into sentences; a long one is cut at commas, without commas at any character. */
function sentencesIn(text: string): string[] {
  const sentences = (text.match(SENTENCES) ?? []).map(sentence => sentence.trim()).filter(Boolean)
  return flatMap(sentences, sentence =>
    spokenText(sentence).length <= LONGEST_SENTENCE ? [sentence] : pausesOf(sentence),
  )
}

function tableLines(table: Extract<PresentedBlock, { kind: 'table' }>): Line[] {
  const { label, columns, rows, totals } = table
  const row = (cells: readonly string[], at: number) => {
    const said = flatMap(columns, (column, column_) => {
      const cell = cells[column_]
      return cell ? [`${column.label}${cellWithUnit(table, column, cell)}`] : []
    })
    return `第 ${at + 1} 行，${said.join('，')}。`
  }
  return [
    { part: null, text: `${label}，共 ${rows.length} 行。` },
    ...rows.map(({ id, cells }, at) => ({ part: id, text: row(cells, at) })),
    ...totals.map(total => ({
      part: `total/${total.id}`,
      text: `${total.label}${totalText(table, total)}。`,
    })),
  ]
}

function linesOf(block: PresentedBlock): Line[] {
  switch (block.kind) {
    case 'summary':
      return [{ part: 'text', text: block.text, running: true }]
    case 'facts':
      return block.rows.map(({ id, label, value }) => ({ part: id, text: `${label}：${value}。` }))
    case 'text':
      return [
        { part: null, text: `${block.label}。` },
        ...block.paragraphs.map((text, at): Line => ({ part: String(at), text, running: true })),
      ]
    case 'table':
      return tableLines(block)
    case 'files':
      return block.files.length === 0
        ? []
        : [{ part: null, text: `${block.label}：${block.files.map(({ name }) => name).join('，')}。` }]
    case 'bars':
      return []
  }
}

/** Splits a sentence into utterances: whole, or by its spoken text if that is too long. */
function breathsOf(place: SpokenPlace, text: string): Sentence[] {
  const spoken = spokenText(text)
  if (spoken.length <= LONGEST_SENTENCE) return [{ ...place, text, spoken }]
  return byCharacters(spoken).map(piece => ({ ...place, text: piece, spoken: piece }))
}

function saidOf(blockId: string, { part, text, running }: Line): Sentence[] {
  let end = 0
  return flatMap(sentencesIn(text), sentence => {
    const from = text.indexOf(sentence, end)
    end = from + sentence.length
    return breathsOf({ blockId, part, range: running && from >= 0 ? [from, end] : null }, sentence)
  })
}

/**
 * Returns the presented record as sentences for reading aloud, in order; charts repeat the table below them and
 * are skipped.
 */
export const sentencesOf = (blocks: readonly PresentedBlock[]): Sentence[] =>
  flatMap(blocks, block => flatMap(linesOf(block), line => saidOf(block.id, line)))
