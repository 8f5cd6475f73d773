import { flatMap, lastOf } from '../../common/lists'
import type { PresentedBlock } from '../../contract/disclosure/presentation'
import { spokenText } from './text'

/** Where a sentence stands in the record, so that it can be marked there. */
export interface SpokenPlace {
  /** Block of the record. */
  blockId: string
  /** Id of its row, `total/` and the id of a total, number of a paragraph; null: the block's head. */
  part: string | null
  /** First letter and the one after the last, where a running text is said in pieces; null: the whole part. */
  range: readonly [from: number, to: number] | null
}

/** One breath of reading aloud 朗读: what is shown and how it is said. */
export interface Sentence extends SpokenPlace {
  text: string
  spoken: string
}

/** Something that is said of one part; `running`: it is the part's own text, letter by letter. */
interface Line {
  part: string | null
  text: string
  running?: true
}

/** What a voice is given at once. */
export const LONGEST_SENTENCE = 200

const byCharacters = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / LONGEST_SENTENCE) }, (_, at) =>
    text.slice(at * LONGEST_SENTENCE, (at + 1) * LONGEST_SENTENCE),
  )

/** Matches pieces that end with one of these marks, and the last one without. */
const endingWith = (marks: string): RegExp => new RegExp(`[^${marks}]*[${marks}]|[^${marks}]+`, 'g')

const SENTENCES = endingWith('。！？；!?;\n')
const PAUSES = endingWith('，、：,:')

/** Pieces that end where the voice may pause, none of them too long to be said at once. */
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

/** A text as sentences; one that is too long is cut at its commas, and where it has none anywhere. */
function sentencesIn(text: string): string[] {
  const sentences = (text.match(SENTENCES) ?? []).map(sentence => sentence.trim()).filter(Boolean)
  return flatMap(sentences, sentence =>
    spokenText(sentence).length <= LONGEST_SENTENCE ? [sentence] : pausesOf(sentence),
  )
}

const MONEY = /^-?\d{1,3}(,\d{3})*\.\d{2}$/

/** In a table the unit stands once in the head; a voice says it with each amount. */
const withUnit = (cell: string, unit: string | null): string =>
  unit === '元' && MONEY.test(cell) ? `${cell}元` : cell

function tableLines({
  label,
  unit,
  columns,
  rows,
  totals,
}: Extract<PresentedBlock, { kind: 'table' }>): Line[] {
  const row = (cells: readonly string[], at: number) => {
    const said = flatMap(columns, (column, column_) => {
      const cell = cells[column_]
      return cell ? [`${column.label}${withUnit(cell, unit)}`] : []
    })
    return `第 ${at + 1} 行，${said.join('，')}。`
  }
  return [
    { part: null, text: `${label}，共 ${rows.length} 行。` },
    ...rows.map(({ id, cells }, at) => ({ part: id, text: row(cells, at) })),
    ...totals.map(({ id, label: name, value }) => ({
      part: `total/${id}`,
      text: `${name}${withUnit(value, unit)}。`,
    })),
  ]
}

function linesOf(block: PresentedBlock): Line[] {
  switch (block.kind) {
    case 'summary':
      return [{ part: 'text', text: block.text, running: true }]
    case 'facts':
      return block.rows.map(({ id, label, value, missing }) => ({
        part: id,
        text: `${label}：${missing ? '没有公开' : value}。`,
      }))
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

/** A sentence as the voice takes it: whole, or where its words are too many, in pieces of its sound. */
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

/** The presented record as it is read aloud, in its order; pictures repeat the table below them and are not read. */
export const sentencesOf = (blocks: readonly PresentedBlock[]): Sentence[] =>
  flatMap(blocks, block => flatMap(linesOf(block), line => saidOf(block.id, line)))
