import type { Level } from '@shared/contract/catalogues/catalogue'

/** Content of a column. */
export type ColumnRole =
  | { kind: 'no' }
  /** 领域: feeds `areas`, not the path. */
  | { kind: 'area' }
  /** 类别: first level of the path. */
  | { kind: 'class' }
  /** 事项; `level` 1–4 if the header states it; `leads` for 一级目录 before 一级事项. */
  | { kind: 'path'; level: number | null; leads: boolean }
  | { kind: 'elements' }
  | { kind: 'basis' }
  | { kind: 'deadline' }
  | { kind: 'subjects' }
  | { kind: 'channels' }
  /** One channel per column; the cell is a tick. */
  | { kind: 'channel'; name: string }
  | { kind: 'audience' }
  | { kind: 'audience-tick'; scope: 'public' | 'specific' }
  | { kind: 'mode' }
  | { kind: 'mode-tick'; mode: 'active' | 'on-request' }
  | { kind: 'levels' }
  | { kind: 'level-tick'; levels: Level[] }
  /** A non-standard column: 咨询电话, 备注, 公开责任 … */
  | { kind: 'extra' }
  /** Unknown header words. */
  | { kind: 'unknown' }

export type RoleKind = ColumnRole['kind']

/** A column of a table: position, role, header words. */
export interface Column {
  index: number
  role: ColumnRole
  /** Header cells from the top down, without layout blanks. */
  header: string[]
  /** Reason to doubt the role. */
  doubt?: string
  /** A second field named in the same header cells: 公开内容及时限. */
  also?: RoleKind
}

/** Roles that occur as a group header over several columns. */
export const GROUP_KINDS: readonly RoleKind[] = ['path', 'audience', 'mode', 'levels', 'channels']

/** Roles with tick cells. */
export const TICK_KINDS: readonly RoleKind[] = ['channel', 'audience-tick', 'mode-tick', 'level-tick']
