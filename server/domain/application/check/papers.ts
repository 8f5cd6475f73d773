import { scanText, systemToday } from '@server/domain/privacy'
import type { ApplicationCase, CasePaper } from './case'
import { type CheckFault, checkFault } from './faults'
import { filled, itemTeller } from './tell'

/** A paper in the case. */
interface PaperInCase {
  paper: CasePaper
  at: number
  file: ApplicationCase
}

const paperWords = ({ paper }: PaperInCase): string => `材料“${paper.name?.trim() || paper.id}”`

/** Personal data of a text or a file name: what the gate of publications finds. */
function personalFaults(one: PaperInCase, field: 'text' | 'name', today: string): CheckFault[] {
  const found = scanText(one.paper[field] ?? '', { today })
  if (found.length === 0) return []
  const blocking = found.filter(({ severity }) => severity === 'block')
  const shown = (blocking.length > 0 ? blocking : found).map(({ mask }) => mask)
  const code = blocking.length > 0 ? 'personal-data' : 'personal-data-review'
  return [
    checkFault(
      code,
      `papers.${one.at}.${field}`,
      paperWords(one),
      [...new Set(shown)].slice(0, 5).join('、'),
    ),
  ]
}

function nameFaults(one: PaperInCase): CheckFault[] {
  const name = one.file.applicant?.name?.trim() ?? ''
  return name !== '' && (one.paper.name ?? '').includes(name)
    ? [checkFault('applicant-in-file-name', `papers.${one.at}.name`, `第 ${one.at + 1} 份材料`)]
    : []
}

function metadataFaults(one: PaperInCase): CheckFault[] {
  const left = Object.entries(one.paper.metadata ?? {}).filter(([, value]) => value !== null && value !== '')
  const names = left.map(([name]) => name).join('、')
  return left.length > 0
    ? [checkFault('file-metadata', `papers.${one.at}.metadata`, paperWords(one), names)]
    : []
}

function linkFaults(one: PaperInCase): CheckFault[] {
  const linked = one.file.items.some(({ id }) => id === one.paper.itemId)
  return linked ? [] : [checkFault('paper-unlinked', `papers.${one.at}.itemId`, paperWords(one))]
}

/** Papers that an item gives: they are in the file, and they are its own. */
function givenFaults(file: ApplicationCase): CheckFault[] {
  const papers = new Map((file.papers ?? []).map(paper => [paper.id, paper]))
  return file.items.flatMap((item, at) =>
    (item.given ?? []).flatMap((id, index) => {
      const tell = itemTeller({ item, at })
      const paper = papers.get(id)
      if (!paper) return [tell('given-unknown', `given.${index}`, id)]
      const other = filled(paper.itemId) && paper.itemId !== item.id
      return other ? [tell('paper-other-item', `given.${index}`, id)] : []
    }),
  )
}

/** Returns every fault of the papers that are given out. */
export function papersFaults(file: ApplicationCase): CheckFault[] {
  const today = file.reply?.date ?? systemToday()
  const papers = (file.papers ?? []).map((paper, at): PaperInCase => ({ paper, at, file }))
  return [
    ...givenFaults(file),
    ...papers.flatMap(one => [
      ...linkFaults(one),
      ...nameFaults(one),
      ...personalFaults(one, 'name', today),
      ...personalFaults(one, 'text', today),
      ...metadataFaults(one),
    ]),
  ]
}
