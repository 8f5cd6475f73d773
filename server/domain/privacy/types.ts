import type { DigitRun } from './detectors/digits'

/** What kind of personal data a finding is 个人信息类别 (the kinds of the `privacy scan` contract). */
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

/** `block`: can never be published. `review`: a person has to look and give a reason. */
export type Severity = 'block' | 'review'

/** A piece of the source that is, or may be, personal data. Offsets are UTF-16 units of the source, end exclusive. */
export interface Finding {
  kind: PrivacyKind
  severity: Severity
  start: number
  end: number
  /** The words as they stand in the source. */
  text: string
  /** What to write in their place. */
  mask: string
}

/** The same before the source words are filled in: offsets are those of the normalised text. */
export interface Hit {
  kind: PrivacyKind
  severity: Severity
  start: number
  end: number
  /** Digits or words the mask is made of; the text itself when absent. */
  value?: string
  /** Among overlapping numbers the higher wins: how much of the number was proved. */
  certainty?: number
}

export interface ScanContext {
  /** Column name or field label that the whole text stands under 列名. */
  label?: string
  /** Today `YYYY-MM-DD`; ages and the latest possible birth date are counted from it. Default: the system's date. */
  today?: string
  /** `\n`, `\r` and `\t` written as two characters are the line break or tab of a cell. */
  escapedBreaks?: boolean
}

/** A number label and where it ends in the normalised text. */
export interface LabelMark {
  kind: string
  start: number
  end: number
}

/** Text prepared for the detectors; `origin[i]` is the source offset of the i-th character. */
export interface ScanText {
  source: string
  text: string
  origin: Uint32Array
  labels: LabelMark[]
  runs: DigitRun[]
  /** The label of the column the text stands under, read with the same words. */
  columnLabel: string | null
}

export type Detector = (scan: ScanText, context: Required<Pick<ScanContext, 'today'>>) => Hit[]

/** Where in a document, as in the `privacy scan` contract; line, column and page count from 1. */
export interface Place {
  line?: number
  column?: number
  sheet?: string
  cell?: string
  page?: number
  part?: string
}

export interface PlacedFinding {
  kind: PrivacyKind
  text: string
  place: Place
  severity: Severity
  mask: string
}
