import { flatMap } from '@shared/common/lists'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { documentOf, type Part } from '@shared/presentation/document'
import { cellText } from '@shared/presentation/document/text'

/** What one edition says and the other does not; null: nothing in its place. */
export interface EditionChange {
  /** Part of the record: 每一笔, 公开标准. */
  place: string
  before: string | null
  after: string | null
}

interface Line {
  place: string
  text: string
}

type PartLines = (part: Part) => Line[]

/** The lines of a part, each as a reader would say it. Charts and files repeat what is said elsewhere. */
const linesOf: PartLines = part => {
  switch (part.kind) {
    case 'sentence':
      return [{ place: '一句话', text: part.text }]
    case 'paragraphs':
      return part.paragraphs.map(text => ({ place: part.label, text }))
    case 'facts':
      return part.rows.map(({ label, text }) => ({ place: part.label, text: `${label}：${text}` }))
    case 'sheet':
      return [
        ...flatMap(part.groups, ({ rows }) => rows).map(({ cells }) => ({
          place: part.label,
          text: flatMap(part.columns, (column, at) => {
            const cell = cells[at]
            return cell ? [cellText(column, cell)] : []
          }).join('，'),
        })),
        ...part.totals.map(({ label, text }) => ({ place: part.label, text: `${label}：${text}` })),
      ]
    case 'chart':
      return []
    case 'files':
      return part.files.map(({ name }) => ({ place: part.label, text: name }))
  }
}

const keyOf = ({ place, text }: Line): string => `${place}|${text}`

/** Lines of `these` that `those` lack; equal lines count as often as they occur. */
function missingFrom(these: readonly Line[], those: readonly Line[]): Line[] {
  const left = new Map<string, number>()
  those.forEach(line => left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1))
  return these.filter(line => {
    const count = left.get(keyOf(line)) ?? 0
    left.set(keyOf(line), count - 1)
    return count <= 0
  })
}

/** Returns what differs between two editions of a record, part by part, in reading order. */
export function editionChanges(
  before: readonly PresentedBlock[],
  after: readonly PresentedBlock[],
): EditionChange[] {
  const [former, present] = [before, after].map(blocks => flatMap(documentOf(blocks), linesOf)) as [Line[], Line[]] // prettier-ignore
  const [gone, come] = [missingFrom(former, present), missingFrom(present, former)]
  const places = [...new Set([...come, ...gone].map(({ place }) => place))]
  return flatMap(places, place => {
    const [was, is] = [gone, come].map(lines => lines.filter(line => line.place === place)) as [Line[], Line[]] // prettier-ignore
    return Array.from({ length: Math.max(was.length, is.length) }, (_, at) => ({
      place,
      before: was[at]?.text ?? null,
      after: is[at]?.text ?? null,
    }))
  })
}
