import type { Level } from '@shared/contract/catalogues/catalogue'

/** What a column holds. */
export type ColumnRole =
  | { kind: 'no' }
  /** 领域: goes to `areas`, not to the path. */
  | { kind: 'area' }
  /** 类别: leads the path. */
  | { kind: 'class' }
  /** 事项; `level` 1–4 when the header says it; `leads` for 一级目录 before 一级事项. */
  | { kind: 'path'; level: number | null; leads: boolean }
  | { kind: 'elements' }
  | { kind: 'basis' }
  | { kind: 'deadline' }
  | { kind: 'subjects' }
  | { kind: 'channels' }
  /** One channel a column; the cell is a tick. */
  | { kind: 'channel'; name: string }
  | { kind: 'audience' }
  | { kind: 'audience-tick'; scope: 'public' | 'specific' }
  | { kind: 'mode' }
  | { kind: 'mode-tick'; mode: 'active' | 'on-request' }
  | { kind: 'levels' }
  | { kind: 'level-tick'; levels: Level[] }
  /** A column outside the standard: 咨询电话, 备注, 公开责任 … */
  | { kind: 'extra' }
  /** Header words that are not known. */
  | { kind: 'unknown' }

export type RoleKind = ColumnRole['kind']

/** A column of a table: where it stands, what it holds, the words above it. */
export interface Column {
  index: number
  role: ColumnRole
  /** Header cells from the top down, layout blanks removed. */
  header: string[]
  /** Why the role is not certain. */
  doubt?: string
  /** What the header names besides, in the same cells: 公开内容及时限. */
  also?: RoleKind
}

/** Roles that come as a group header over several columns. */
export const GROUP_KINDS: readonly RoleKind[] = ['path', 'audience', 'mode', 'levels', 'channels']

/** Roles whose cells hold ticks. */
export const TICK_KINDS: readonly RoleKind[] = ['channel', 'audience-tick', 'mode-tick', 'level-tick']
