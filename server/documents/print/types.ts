import type { Shape } from './shapes'

/** A sheet of paper and how large its letters are, in points. */
export interface Paper {
  size: 'A4' | 'A3'
  layout: 'portrait' | 'landscape'
  /** Size of the letters of the text; headings and small print follow it. */
  body: number
  /** Size of the letters of the title. */
  title: number
}

export interface PrintColumn {
  label: string
  /** Part of the width that it takes, in proportion to the others. */
  share: number
  align?: 'left' | 'right'
}

export interface PrintCard {
  title: string
  lines: readonly string[]
  /** Address that its QR code leads to. */
  qr: string
}

/** What stands on the paper, from top to bottom. */
export type PrintBlock =
  | { kind: 'title'; text: string }
  /** `anchor`: the contents name it with its page. */
  | { kind: 'heading'; level: 1 | 2; text: string; anchor?: string }
  | { kind: 'paragraph'; text: string; small?: boolean; bold?: boolean }
  | { kind: 'list'; items: readonly string[] }
  /** Rows are never broken; the head stands again on every page. */
  | {
      kind: 'table'
      columns: readonly PrintColumn[]
      rows: readonly (readonly string[])[]
      headless?: boolean
    }
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  /** A code of `mm` millimetres on a side with its words beside it. */
  | { kind: 'qr'; address: string; mm: number; lines: readonly string[] }
  /** Contents: entries with the page of their anchor. */
  | { kind: 'contents'; entries: readonly { anchor: string; text: string }[] }
  /** Cards side by side, each with a QR code of `mm` millimetres. */
  | { kind: 'cards'; across: number; mm: number; cards: readonly PrintCard[] }
  /** A drawing made of shapes; drawn smaller when the paper is too small, over several pages at its `breaks`. */
  | {
      kind: 'drawing'
      heading: string
      width: number
      height: number
      shapes: readonly Shape[]
      breaks: readonly number[]
    }
  | { kind: 'space'; points: number }
  | { kind: 'page' }

export interface Print {
  /** Title of the document, as a reader of PDF shows it. */
  title: string
  /** Who issues it. */
  author: string
  paper: Paper
  blocks: readonly PrintBlock[]
  /** Left of 第 x 页 / 共 y 页 at the foot of every page. */
  footer: string
  /** The day that it stands for: the same content gives the same bytes. */
  date: Date
}
