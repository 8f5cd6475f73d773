import type { DigitRun } from './detectors/digits'
import type { KnownNames } from './knownNames'

/** Kind of personal data 个人信息类别 (the kinds of the `privacy scan` contract). */
export type PrivacyKind =
  | 'resident-id'
  | 'passport'
  | 'mobile'
  | 'landline'
  | 'bank-card'
  | 'social-security-card'
  | 'disability-card'
  | 'email'
  | 'wechat'
  | 'plate'
  | 'address'
  | 'gps'
  | 'person-name'
  | 'minor'
  | 'health'
  | 'file-metadata'

/** `block`: must never be published. `review`: a person has to check it and give a reason. */
export type Severity = 'block' | 'review'

/** A piece of the source that is, or may be, personal data. Offsets are UTF-16 units of the source, end exclusive. */
export interface Finding {
  kind: PrivacyKind
  severity: Severity
  start: number
  end: number
  /** The words as in the source. */
  text: string
  /** The proposed replacement. */
  mask: string
  /** A model found it. */
  byModel?: true
}

/** A match before the source words are filled in: offsets are those of the normalised text. */
export interface Hit {
  kind: PrivacyKind
  severity: Severity
  start: number
  end: number
  /** Digits or words for the mask; the text itself when absent. */
  value?: string
  /** A model found it. */
  byModel?: true
  /** Degree of proof; among overlapping numbers the higher wins. */
  certainty?: number
}

export interface ScanContext {
  /** Column name or field label 列名 of the whole text. */
  label?: string
  /** Today `YYYY-MM-DD`, for ages and the latest possible birth date. Default: the system's date. */
  today?: string
  /** Treat `\n`, `\r` and `\t` written as two characters as a line break or tab of a cell. */
  escapedBreaks?: boolean
  /** The text is all there is: a short one may be a name, where a cell of a table would need its column. */
  alone?: boolean
  /** Names that a model found; without them the rules are alone. */
  names?: KnownNames
}

/** A number label and its end in the normalised text. */
export interface LabelMark {
  kind: string
  start: number
  end: number
}

/** A text prepared for the detectors; `origin[i]` is the source offset of the i-th character. */
export interface ScanText {
  source: string
  text: string
  origin: Uint32Array
  labels: LabelMark[]
  runs: DigitRun[]
  /** The number label in the column name. */
  columnLabel: string | null
  /** Full names found in the text, for what is said of a person. */
  persons: readonly Hit[]
}

export type Detector = (scan: ScanText, context: Required<Pick<ScanContext, 'today'>>) => Hit[]

/** Position in a document, as in the `privacy scan` contract; line, column and page count from 1. */
export interface Place {
  line?: number
  column?: number
  sheet?: string
  cell?: string
  page?: number
  part?: string
  /** Left, top, width and height in a picture, pixels. */
  box?: [left: number, top: number, width: number, height: number]
}

export interface PlacedFinding {
  kind: PrivacyKind
  text: string
  place: Place
  severity: Severity
  mask: string
}
