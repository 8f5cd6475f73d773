import type { Me } from '@shared/contract/people/auth'
import { loginWechat, logout } from '../api/client'
import { createStore, useStore } from './store'
import { dropStored, readStored, writeStored } from './storage'

const KEY = 'me'

/** Who is logged in on this phone; null = nobody, which is enough for reading. */
const session = createStore<Me | null>(readStored<Me>(KEY))

export const useMe = (): Me | null => useStore(session)

/** Logs in with a code of WeChat or of a test login. Throws ApiError. */
export async function logIn(code: string): Promise<void> {
  const { me } = await loginWechat(code)
  rememberMe(me)
}

/** What the server says now of who is logged in. */
export function rememberMe(me: Me): void {
  writeStored(KEY, me)
  session.set(me)
}

/** Forgets the session here at once; the server hears of it when there is a network. */
export async function logOut(): Promise<void> {
  forgetSession()
  await logout().catch(() => undefined)
}

/** After a refused renewal the person has to log in again. */
export function forgetSession(): void {
  dropStored(KEY)
  session.set(null)
}
