/**
 * What a printed or shown code 码 names. `path`: `n/短码`, `v/机构`, `c/机构` or `c/机构/事项`, the address of the plain page
 * without its first slash; the server resolves it.
 */
export type CodeRead =
  | { kind: 'path'; path: string; edition: number | null; host: string | null }
  /** Proof sheet 存证单: its parameters, see shared/ledger/printed. */
  | { kind: 'sheet'; parameters: string }
  /** Login on a computer 在电脑上登录. */
  | { kind: 'login'; ticket: string }

const ADDRESS = /^https?:\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i
const TICKET = /ltk_[0-9a-z]{20}/
const NOTICE = /^n\/(\d{7}|ntc_[0-9a-z]{1,40})(?:\/([1-9]\d{0,4}))?$/
const PLACE = /^[vc]\/[A-Z0-9][A-Z0-9-]{0,31}$/
const ITEM = /^c\/[A-Z0-9][A-Z0-9-]{0,31}\/[0-9a-z-]{4,64}$/
const SHEET = /^n\/\d{7}\/check$/
/** Query of a page of the web app, as codes printed before the short paths carry it. */
const APP_NOTICE = /^\/pages\/notice\/index\?(?:.*&)?id=(ntc_[0-9a-z]{1,40})/
const APP_SHEET = /^\/packages\/verify\/pages\/check\/index\?(.+)$/

/** Finds the ticket of a login in what was scanned: an address, the path or the scene of a 小程序码, also encoded. */
export const ticketIn = (text: string): string | null => TICKET.exec(text)?.[0] ?? null

/** Decodes one part of an address; a malformed one is returned unchanged. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function readPath(path: string, host: string | null): CodeRead | null {
  const notice = NOTICE.exec(path)
  if (notice) {
    const edition = notice[2] === undefined ? null : Number(notice[2])
    return { kind: 'path', path: `n/${notice[1]}`, edition, host }
  }
  return PLACE.test(path) || ITEM.test(path) ? { kind: 'path', path, edition: null, host } : null
}

function readAddress(host: string, path: string, query: string, fragment: string): CodeRead | null {
  const sheet = APP_SHEET.exec(fragment)
  if (sheet) return { kind: 'sheet', parameters: sheet[1]! }
  const former = APP_NOTICE.exec(fragment)
  if (former) return readPath(`n/${former[1]}`, host)
  const trimmed = decoded(path).replace(/^\/|\/$/g, '')
  return SHEET.test(trimmed) ? { kind: 'sheet', parameters: query } : readPath(trimmed, host)
}

/** Digits of a short code 短码 as typed from paper; null: something else. */
function digitsIn(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\-—–]/g, '')
  return /^\d{7}$/.test(digits) ? digits : null
}

/** True for a short code 短码, typed with or without blanks. */
export const isShortCode = (text: string): boolean => digitsIn(text) !== null

/**
 * Reads a code from its text: the `scene` of a 小程序码, the address in a QR code, the path that WeChat's scanner returns, or
 * the digits typed from paper (`896 1965`, full-width, with dashes). Null: not one of ours.
 */
export function readCode(text: string): CodeRead | null {
  const plain = text.normalize('NFKC').trim()
  const ticket = ticketIn(plain)
  if (ticket) return { kind: 'login', ticket }
  const digits = digitsIn(plain)
  if (digits) return readPath(`n/${digits}`, null)
  const address = ADDRESS.exec(plain)
  if (address) {
    const [, host = '', path = '', query = '', fragment = ''] = address
    return readAddress(host.toLowerCase(), path, query, fragment)
  }
  const scene = /[?&]scene=([^&]*)/.exec(plain)
  return readPath(scene ? decoded(scene[1]!) : plain, null)
}
