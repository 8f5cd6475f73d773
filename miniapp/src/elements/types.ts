import type { CSSProperties, ReactNode } from 'react'

/** Props of every element. */
export interface Common {
  className?: string
  id?: string
  style?: CSSProperties
  children?: ReactNode
}

type BoxTag =
  'div' | 'section' | 'article' | 'header' | 'footer' | 'nav' | 'main' | 'aside' | 'ul' | 'li' | 'p'

export interface BoxProps extends Common {
  as?: BoxTag
  /** Name of a landmark or group for screen readers. */
  label?: string
  /** `img`: a drawing whose name says everything, so that its content is not read aloud again. */
  role?: 'group' | 'tablist' | 'search' | 'img'
  live?: 'polite' | 'assertive'
  /** Decorative: screen readers skip it. */
  decorative?: boolean
}

export interface TextProps extends Common {
  decorative?: boolean
  strong?: boolean
}

export interface HeadingProps extends Common {
  level: 1 | 2 | 3 | 4
}

/** Props of everything that can be pressed: always with a role and a name. */
export interface PressProps extends Common {
  label: string
  onPress: () => void
  role?: 'button' | 'link' | 'tab' | 'checkbox' | 'radio' | 'switch'
  /** Page path with query; on H5 a native link that can be opened in another tab. */
  url?: string
  disabled?: boolean
  selected?: boolean
  checked?: boolean
  expanded?: boolean
  current?: boolean
  /** Keys that press it on a wide screen of staff, e.g. `Control+S`. */
  keys?: 'Control+S' | 'Control+Enter'
}

export interface PictureProps {
  /** Alternative text; empty next to words with the same content. */
  label: string
  src: string
  className?: string
  /** Loaded only when it comes near the screen. */
  lazy?: boolean
  onFault?: () => void
}

export interface PhoneProps extends Common {
  label: string
  phone: string
}

export interface OpenProps extends Common {
  label: string
}

interface FieldBase {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  className?: string
  invalid?: boolean
  /** Id of the element with help and faults. */
  describedBy?: string
  disabled?: boolean
}

export interface InputProps extends FieldBase {
  kind?: 'text' | 'decimal' | 'integer' | 'search'
  placeholder?: string
  maxLength?: number
  onConfirm?: () => void
}

export interface TextareaProps extends FieldBase {
  placeholder?: string
  maxLength?: number
}

export interface SelectProps extends FieldBase {
  options: readonly { value: string; label: string }[]
}

export type DateProps = FieldBase

/** A row of cells, or words over the whole width: the head of a group, its sums. */
export type TableRow =
  { id: string; cells: readonly string[]; own?: boolean } | { id: string; span: readonly string[] }

export interface TableProps {
  label: string
  columns: readonly { id: string; label: string; align: 'left' | 'right' }[]
  rows: readonly TableRow[]
  /** Id of the row that is being read aloud. */
  marked?: string
}

/** One cell of a grid: a sign and a word; colour only repeats them. */
export interface GridCell {
  sign: string
  word: string
  look: 'ok' | 'warn' | 'late' | 'quiet'
  selected: boolean
}

export interface GridProps {
  label: string
  /** Head of the first column. */
  corner: string
  columns: readonly { id: string; label: string }[]
  /** Null: the cell cannot be pressed. */
  rows: readonly { id: string; label: string; cells: readonly (GridCell | null)[] }[]
  onPress: (rowId: string, columnId: string) => void
}

/** Sends a fault of the app to the server: its kind, text and page. */
export type ReportFault = (kind: 'script' | 'rejection' | 'page', text: string, page: string) => void
