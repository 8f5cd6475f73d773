import type { Me } from '@shared/contract/people/auth'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { loginWechat, logout } from '../api/client'
import { rememberAgreement } from './agreement'
import { createStore, useStore } from './store'
import { dropStored, readStored, writeStored } from './storage'

const KEY = 'me'

/** The logged-in user of this phone; null: none, which is enough for reading. */
const session = createStore<Me | null>(readStored<Me>(KEY))

export const useMe = (): Me | null => useStore(session)

/** Logs in with a code of WeChat or of a test login, once the person has agreed to the texts in force. @throws ApiError */
export async function logIn(code: string): Promise<void> {
  const { me } = await loginWechat(code, IN_FORCE.use)
  rememberAgreement()
  rememberMe(me)
}

/** Updates the logged-in user from the server's answer. */
export function rememberMe(me: Me): void {
  writeStored(KEY, me)
  session.set(me)
}

/** Deletes the session here at once; informs the server if online. */
export async function logOut(): Promise<void> {
  forgetSession()
  await logout().catch(() => undefined)
}

/** Deletes the session after a refused renewal; the user has to log in again. */
export function forgetSession(): void {
  dropStored(KEY)
  session.set(null)
}
