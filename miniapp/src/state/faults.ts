import type { ClientError, ClientErrorKind } from '@shared/contract/people/clientError'
import { scrubFault } from '@shared/common/scrub'
import { api } from '../api/client'
import { isBrowser } from '../elements/platform'

/** Faults reported in one run of the app; the same one only once. */
const MOST = 5
const LONGEST_PAGE = 120

const reported = new Set<string>()

/** Reports a fault to the server, without personal data; silent when that fails. */
export function reportFault(kind: ClientErrorKind, text: string, page: string): void {
  const message = scrubFault(text)
  if (reported.size >= MOST || reported.has(message)) return
  reported.add(message)
  const platform = isBrowser ? 'h5' : 'weapp'
  const body: ClientError = { kind, platform, message, page: page.split(/[?#]/)[0]!.slice(0, LONGEST_PAGE) }
  void api('POST /client-errors', { body }, { anonymous: true }).catch(() => undefined)
}
