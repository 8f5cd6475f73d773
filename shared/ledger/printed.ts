import { recordOf } from '../common/lists'
import type { NoticeProof } from '../contract/disclosure/ledger'

/** What a printed notice says of its place in the ledger; anything of it may be missing when it was typed by hand. */
export interface Printed {
  noticeId: string
  edition: number
  /** Place of the entry, from 0. */
  index: number
  leaf: string
  /** Checkpoint: entries that it covers, and its root. */
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

/** As the parameters of an address: what the code on the sheet holds. */
export const printedText = ({ noticeId, edition, index, leaf, size, root }: Printed): string =>
  `id=${noticeId}&e=${edition}&i=${index}&l=${leaf}&s=${size}&r=${root}`

/** The parameters in a scanned text: an address, or the parameters alone. */
export function parametersIn(text: string): Partial<Record<string, string>> {
  const query = text.slice(text.lastIndexOf('?') + 1)
  return recordOf(query.split('&').map(pair => pair.split('=', 2) as [string, string]))
}

/** What stands on a printed sheet, from the parameters of its code; null when they are not such. */
export function readPrinted(parameters: Partial<Record<string, string>>): Printed | null {
  const { id: noticeId = '', e = '', i = '', l: leaf = '', s = '', r: root = '' } = parameters
  const sound = [e, i, s].every(count => COUNT.test(count)) && [leaf, root].every(code => CODE.test(code))
  if (!sound || !/^ntc_[0-9a-z]{20}$/.test(noticeId)) return null
  return { noticeId, edition: Number(e), index: Number(i), leaf, size: Number(s), root }
}

/** A code as people type it: capitals, blanks, dashes and full-width digits do not count. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-—–·.]/g, '')

/** Is the typed code the beginning of this one? At least 16 characters; null when it is too short to say. */
export function startsWithCode(typed: string, code: string): boolean | null {
  const tidy = tidyCode(typed)
  return tidy.length < SHORTEST_CODE ? null : code.startsWith(tidy)
}

/** A code in groups of four, as it is read aloud. */
export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
