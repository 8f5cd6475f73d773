import { recordOf } from '../common/lists'
import type { NoticeProof } from '../contract/disclosure/ledger'

/** Ledger position printed on a notice; any field may be missing if it was typed by hand. */
export interface Printed {
  noticeId: string
  edition: number
  /** Index of the entry, from 0. */
  index: number
  leaf: string
  /** Checkpoint: number of entries covered, and its root. */
  size: number
  root: string
}

const SHORTEST_CODE = 16
const CODE = /^[0-9a-f]{64}$/
const COUNT = /^\d{1,15}$/

export const printedOf = ({ entry, leaf, checkpoint: { size, root } }: NoticeProof): Printed => ({
  noticeId: entry.noticeId,
  edition: entry.edition,
  index: entry.index,
  leaf,
  size,
  root,
})

/** Encodes the position as the URL parameters of the QR code on the sheet. */
export const printedText = ({ noticeId, edition, index, leaf, size, root }: Printed): string =>
  `id=${noticeId}&e=${edition}&i=${index}&l=${leaf}&s=${size}&r=${root}`

/** Extracts the parameters from a scanned text: a URL or the parameters alone. */
export function parametersIn(text: string): Partial<Record<string, string>> {
  const query = text.slice(text.lastIndexOf('?') + 1)
  return recordOf(query.split('&').map(pair => pair.split('=', 2) as [string, string]))
}

/** Reads the printed position from the parameters of its QR code; null if they are not valid. */
export function readPrinted(parameters: Partial<Record<string, string>>): Printed | null {
  const { id: noticeId = '', e = '', i = '', l: leaf = '', s = '', r: root = '' } = parameters
  const sound = [e, i, s].every(count => COUNT.test(count)) && [leaf, root].every(code => CODE.test(code))
  if (!sound || !/^ntc_[0-9a-z]{20}$/.test(noticeId)) return null
  return { noticeId, edition: Number(e), index: Number(i), leaf, size: Number(s), root }
}

/** Normalises a typed hash: capitals, blanks, dashes and full-width digits make no difference. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-—–·.]/g, '')

/** True if the typed text is a prefix of the hash; null if it has fewer than 16 characters. */
export function startsWithCode(typed: string, code: string): boolean | null {
  const tidy = tidyCode(typed)
  return tidy.length < SHORTEST_CODE ? null : code.startsWith(tidy)
}

/** Formats a hash in groups of four characters, for reading aloud. */
export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
