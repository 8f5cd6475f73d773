import type { Audience, CatalogueColumns, Channel, Level, Mode } from '@shared/contract/catalogues/catalogue'
import type { CellField, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import { columnsOf } from '../catalogue/columns'

/**
 * Text forms of the levels. Cells are written so that a clerk can edit them and the catalogue parser reads them back.
 */

export const LEVEL_TEXTS: Readonly<Record<Level, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
  village: '村级',
}

export const MODE_TEXTS: Readonly<Record<Mode, string>> = {
  active: '主动',
  'on-request': '依申请',
  both: '主动、依申请',
}

const box = ({ name, ticked }: Channel): string => {
  if (ticked === null) return name
  return ticked ? `■${name}` : `□${name}`
}

export function audienceText({ scope, detail }: Audience): string {
  if (scope === null) return detail ?? ''
  const group = detail === undefined ? '特定群体' : `特定群体（${detail}）`
  if (scope === 'public') return '全社会'
  return scope === 'both' ? `全社会、${group}` : group
}

export const levelsText = (levels: readonly Level[] | null): string =>
  (levels ?? []).map(level => LEVEL_TEXTS[level]).join('、')

type Writers = { [F in CellField]: (columns: DraftColumns) => string }

const WRITERS: Writers = {
  displayNo: ({ displayNo }) => displayNo ?? '',
  area: ({ area }) => area ?? '',
  path: ({ path }) => path.join('\n'),
  elements: ({ elements }) => elements.join('\n'),
  basis: ({ basis }) => basis.map(({ text }) => text).join('\n'),
  deadline: ({ deadline }) => deadline ?? '',
  subjects: ({ subjects }) => subjects.join('\n'),
  channels: ({ channels }) => channels.map(box).join('\n'),
  audience: ({ audience }) => audienceText(audience),
  mode: ({ mode }) => (mode === null ? '' : MODE_TEXTS[mode]),
  levels: ({ levels }) => levelsText(levels),
}

/** Writes a cell: one element, document, subject or channel per line. */
export const cellText = (field: CellField, columns: DraftColumns): string => WRITERS[field](columns)

/** Returns the draft columns of an item in force. */
export const columnsOfItem = (item: CatalogueColumns & { area: string }): DraftColumns => ({
  area: item.area,
  ...columnsOf(item),
})
