import type { LineBreaks } from '../fields/elements'
import type { Column } from '../header/roles'

/** One cell of a row under its column. */
export interface SourceCell {
  column: Column
  text: string
  /** Taken from a merged cell, a ditto mark or the filled cell above a blank. */
  inherited: boolean
  /** Key of the cell in the source: two columns under one merged cell share it. */
  key: string
  /** Reason why the text may not belong here. */
  doubt?: string
}

/** A row of a table before its fields are read. */
export interface SourceRow {
  row: number
  sheet?: string
  cells: SourceCell[]
  breaks: LineBreaks
}

/** Field of the catalogue row that a column feeds; null for non-standard columns. */
export type FieldName =
  | 'displayNo'
  | 'path'
  | 'elements'
  | 'basis'
  | 'deadline'
  | 'subjects'
  | 'channels'
  | 'audience'
  | 'mode'
  | 'levels'
  | 'area'

const FIELDS: Readonly<Record<string, FieldName>> = {
  no: 'displayNo',
  class: 'path',
  path: 'path',
  elements: 'elements',
  basis: 'basis',
  deadline: 'deadline',
  subjects: 'subjects',
  channels: 'channels',
  channel: 'channels',
  audience: 'audience',
  'audience-tick': 'audience',
  mode: 'mode',
  'mode-tick': 'mode',
  levels: 'levels',
  'level-tick': 'levels',
  area: 'area',
}

export const fieldOf = (column: Column): FieldName | null => FIELDS[column.role.kind] ?? null

/** Display name of each field. */
export const FIELD_NAMES: Readonly<Record<FieldName, string>> = {
  displayNo: '序号',
  path: '公开事项',
  elements: '公开内容(要素)',
  basis: '公开依据',
  deadline: '公开时限',
  subjects: '公开主体',
  channels: '公开渠道和载体',
  audience: '公开对象',
  mode: '公开方式',
  levels: '公开层级',
  area: '领域',
}
