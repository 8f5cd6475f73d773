import type { CellField, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { readAudience } from '../catalogue/fields/audience'
import { readBasis } from '../catalogue/fields/basis'
import { readChannels } from '../catalogue/fields/channels'
import { readLevels } from '../catalogue/fields/levels'
import { dropListMarker } from '../catalogue/fields/listMarks'
import { readMode } from '../catalogue/fields/mode'
import { joinLayout, normaliseBlanks } from '../catalogue/text'

/** A cell written by a person: the value, or its fault in Chinese. */
export type Written = { value: Partial<DraftColumns> } | { problem: string }

const MOST = { no: 40, area: 60, name: 200, element: 500, deadline: 300, path: 4, lines: 200 } as const

const linesOf = (text: string): string[] =>
  normaliseBlanks(text)
    .split('\n')
    .map(joinLayout)
    .filter(line => line !== '')

const tooLong = (lines: readonly string[], most: number) => lines.find(line => line.length > most)

const said = (what: string, most: number): Written => ({ problem: `${what}太长，最多 ${most} 个字。` })

function readNumber(text: string): Written {
  const displayNo = joinLayout(text)
  return displayNo.length > MOST.no ? said('序号', MOST.no) : { value: { displayNo: displayNo || null } }
}

function readArea(text: string): Written {
  const area = joinLayout(text)
  if (area === '') return { problem: '请写明领域，如“社会救助”。' }
  return area.length > MOST.area ? said('领域', MOST.area) : { value: { area } }
}

function readPath(text: string): Written {
  const path = linesOf(text)
  if (path.length === 0) return { problem: '请写公开事项的名称，一级一行。' }
  if (path.length > MOST.path) return { problem: `公开事项写了 ${path.length} 级，最多 ${MOST.path} 级。` }
  return tooLong(path, MOST.name) ? said('事项名称', MOST.name) : { value: { path } }
}

function readElements(text: string): Written {
  const elements = linesOf(text)
    .map(line => dropListMarker(line).replace(/[、，,；;。]+$/, ''))
    .filter(line => line !== '')
  if (elements.length > MOST.lines) return { problem: `公开内容最多 ${MOST.lines} 条。` }
  return tooLong(elements, MOST.element) ? said('公开内容', MOST.element) : { value: { elements } }
}

function readDeadline(text: string): Written {
  const deadline = joinLayout(text)
  return deadline.length > MOST.deadline
    ? said('公开时限', MOST.deadline)
    : { value: { deadline: deadline || null } }
}

function readSubjects(text: string): Written {
  const subjects = linesOf(text).map(dropListMarker)
  return tooLong(subjects, MOST.name) ? said('公开主体', MOST.name) : { value: { subjects } }
}

function readBoxes(text: string): Written {
  const { value: channels } = readChannels(linesOf(text).join('\n'))
  if (channels.some(({ ticked }) => ticked === null)) {
    return { problem: '请在每个渠道前面写 ■（采用）或 □（不采用），一行一个。' }
  }
  return { value: { channels } }
}

function readScope(text: string): Written {
  const { value: audience } = readAudience(text)
  if (joinLayout(text) !== '' && audience.scope === null) {
    return { problem: '公开对象请写“全社会”或“特定群体（哪些人）”。' }
  }
  return { value: { audience } }
}

function readManner(text: string): Written {
  const { value: mode, doubts } = readMode(text)
  return doubts.length > 0 ? { problem: '公开方式请写“主动”“依申请”，或者两个都写。' } : { value: { mode } }
}

function readLevelWords(text: string): Written {
  if (joinLayout(text) === '') return { value: { levels: null } }
  const { value: levels, doubts } = readLevels(text)
  return doubts.length > 0
    ? { problem: '公开层级请写“省级、市级、县级、乡级、村级”里的一个或几个。' }
    : { value: { levels } }
}

const READERS: Readonly<Record<CellField, (text: string) => Written>> = {
  displayNo: readNumber,
  area: readArea,
  path: readPath,
  elements: readElements,
  basis: text => ({ value: { basis: readBasis(text).value } }),
  deadline: readDeadline,
  subjects: readSubjects,
  channels: readBoxes,
  audience: readScope,
  mode: readManner,
  levels: readLevelWords,
}

/** Reads a cell written by a person, in the text form of `cellText`. */
export const readCell = (field: CellField, text: string): Written => READERS[field](text)
