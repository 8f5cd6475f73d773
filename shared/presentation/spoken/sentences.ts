import type { PresentedBlock } from '../../schemas/presentation'
import { spokenText } from './text'

/** One breath of reading aloud 朗读: what is shown and how it is said. */
export interface Sentence {
  /** Block of the record that it stands in. */
  blockId: string
  text: string
  spoken: string
}

/** What a voice is given at once. */
export const LONGEST_SENTENCE = 200

const byCharacters = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / LONGEST_SENTENCE) }, (_, at) =>
    text.slice(at * LONGEST_SENTENCE, (at + 1) * LONGEST_SENTENCE),
  )

/** Pieces that end where the voice may pause, none of them too long to be said at once. */
function pausesOf(text: string, ends: RegExp): string[] {
  const pieces: string[] = []
  for (const part of text.split(ends).filter(piece => piece.trim() !== '')) {
    const before = pieces.at(-1)
    if (before !== undefined && spokenText(before + part).length <= LONGEST_SENTENCE) {
      pieces[pieces.length - 1] = before + part
    } else pieces.push(part)
  }
  return pieces
}

/** A text as sentences; one that is too long is cut at its commas, and where it has none anywhere. */
function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[。！？；!?;\n])/)
    .map(sentence => sentence.trim())
    .filter(Boolean)
    .flatMap(sentence =>
      spokenText(sentence).length <= LONGEST_SENTENCE ? [sentence] : pausesOf(sentence, /(?<=[，、：,:])/),
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
}: Extract<PresentedBlock, { kind: 'table' }>): string[] {
  const row = (cells: readonly string[], at: number) => {
    const said = columns.flatMap((column, column_) => {
      const cell = cells[column_]
      return cell ? [`${column.label}${withUnit(cell, unit)}`] : []
    })
    return `第 ${at + 1} 行，${said.join('，')}。`
  }
  return [
    `${label}，共 ${rows.length} 行。`,
    ...rows.map(({ cells }, at) => row(cells, at)),
    ...totals.map(total => `${total.label}${withUnit(total.value, unit)}。`),
  ]
}

function linesOf(block: PresentedBlock): string[] {
  switch (block.kind) {
    case 'summary':
      return [block.text]
    case 'facts':
      return block.rows.map(({ label, value, missing }) => `${label}：${missing ? '没有公开' : value}。`)
    case 'text':
      return [`${block.label}。`, ...block.paragraphs]
    case 'table':
      return tableLines(block)
    case 'files':
      return block.files.length === 0 ? [] : [`附件：${block.files.map(({ name }) => name).join('，')}。`]
    case 'bars':
      return []
  }
}

/** The presented record as it is read aloud, in its order; pictures repeat the table below them and are not read. */
export const sentencesOf = (blocks: readonly PresentedBlock[]): Sentence[] =>
  blocks.flatMap(block =>
    linesOf(block)
      .flatMap(sentencesIn)
      .flatMap(text => {
        const spoken = spokenText(text)
        return spoken.length <= LONGEST_SENTENCE
          ? [{ blockId: block.id, text, spoken }]
          : byCharacters(spoken).map(piece => ({ blockId: block.id, text: piece, spoken: piece }))
      }),
  )
