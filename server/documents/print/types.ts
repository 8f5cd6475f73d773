import type { Document } from '@shared/presentation/document'
import type { Shape } from './shapes'

/** A sheet of paper and its font sizes, in points. */
export interface Paper {
  size: 'A4' | 'A3'
  layout: 'portrait' | 'landscape'
  /** Font size of the text; headings and small print are derived from it. */
  body: number
  /** Font size of the title. */
  title: number
}

export interface PrintColumn {
  label: string
  /** Share of the width, relative to the other columns. */
  share: number
  align?: 'left' | 'right'
}

export interface PrintCard {
  title: string
  lines: readonly string[]
  /** Address encoded in its QR code. */
  qr: string
}

/** The blocks of a print, from top to bottom. */
export type PrintBlock =
  | { kind: 'title'; text: string }
  /** `anchor`: the contents list it with its page. */
  | { kind: 'heading'; level: 1 | 2; text: string; anchor?: string }
  | { kind: 'paragraph'; text: string; small?: boolean; bold?: boolean }
  | { kind: 'list'; items: readonly string[] }
  /** Rows are never split; the head is repeated on every page. */
  | {
      kind: 'table'
      columns: readonly PrintColumn[]
      rows: readonly (readonly string[])[]
      headless?: boolean
    }
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  /** A QR code of `mm` millimetres per side, with text next to it. */
  | { kind: 'qr'; address: string; mm: number; lines: readonly string[] }
  /** Contents: entries with the page of their anchor. */
  | { kind: 'contents'; entries: readonly { anchor: string; text: string }[] }
  /** Rows of cards, each with a QR code of `mm` millimetres. */
  | { kind: 'cards'; across: number; mm: number; cards: readonly PrintCard[] }
  /** A drawing made of shapes; scaled down for small paper, split over pages at its `breaks`. */
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
  /** Title in the document's metadata, as PDF readers show it. */
  title: string
  /** The issuer. */
  author: string
  paper: Paper
  blocks: readonly PrintBlock[]
  /** Text left of 第 x 页 / 共 y 页 in the footer of every page. */
  footer: string
  /** Creation date in the metadata; fixed, so that the same content gives the same bytes. */
  date: Date
}

/** A record 呈现记录 for the wall; everything but `document` is said by the sheet, outside the record. */
export interface RecordPrint {
  /** Title in the document's metadata. */
  title: string
  author: string
  size: Paper['size']
  date: Date
  /**
   * Head of every page 报头: the name, a line below it, the code's address and the words next to it. `code`: picture in place
   * of the address as a QR code, a PNG as base64.
   */
  masthead: { name: string; under: string; address: string; code?: string; beside: readonly string[] }
  /** What the code is, for those who do not see it. */
  paperAlt: string
  heading: string
  /** Particulars below the heading, a line each. */
  meta: readonly string[]
  document: Document
  trust: {
    /** Four characters of the seal; null without a stored sign-off. */
    seal: string | null
    /** Who wrote, who signed, when. */
    signed: readonly string[]
    until: string
    /** Whom to ask, with telephone. */
    whom: string
    small: readonly string[]
    stampBox: readonly string[]
  }
  /** Left of the foot of every page. */
  foot: string
  /** The day of printing, before the page numbers. */
  printed: string
}
