import type { AnswerIdentity, IdentityVisit } from '@shared/contract/people/webLogin'
import { dropStored, readStored, writeStored } from '../../state/storage'

const KEY = 'identity-visit'

type Purpose = 'login' | 'link'

interface Kept extends Pick<IdentityVisit, 'state' | 'secret'> {
  purpose: Purpose
}

/** Leaves for the unified identity; what proves the return stays in this browser. */
export function leaveFor({ url, state, secret }: IdentityVisit, purpose: Purpose): void {
  writeStored(KEY, { state, secret, purpose } satisfies Kept)
  window.location.assign(url)
}

type Answer = Partial<Record<string, string>>

/** Returns what the browser came back with, once; null when it was not sent, or came back without a code. */
export function takeReturn({ code, state, iss }: Answer): (AnswerIdentity & { purpose: Purpose }) | null {
  const kept = readStored<Kept>(KEY)
  dropStored(KEY)
  if (!kept || !code || kept.state !== state) return null
  const { secret, purpose } = kept
  return { code, state, secret, purpose, ...(iss && { iss }) }
}
