import { createClient, type Tokens } from '@shared/client'
import { rememberServerTime } from '../state/serverClock'
import { dropStored, readStored, writeStored } from '../state/storage'
import { request } from './request'
import { upload } from './upload'

const KEY = 'tokens'
const CLOCK = 'server-clock'

/** Session tokens stored on this phone. */
const tokens: Tokens = {
  load: () => readStored(KEY),
  save: pair => void writeStored(KEY, pair),
  clear: () => dropStored(KEY),
}

rememberServerTime(readStored(CLOCK), aheadMs => void writeStored(CLOCK, aheadMs))

export const { api, urlOf, download, loginWechat, collectTicket, loginByIdentity, logout } = createClient({
  request,
  upload,
  baseUrl: API_BASE,
  tokens,
})

/** Creates the idempotency key of one intended write, reused for every retry of the same press. */
export function newIdempotencyKey(): string {
  const part = () => Math.random().toString(36).slice(2, 12)
  return `${Date.now().toString(36)}-${part()}-${part()}`
}
