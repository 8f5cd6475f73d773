import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { createStore, useStore } from './store'
import { dropStored, readStored, writeStored } from './storage'

const KEY = 'agreed'

/** Version of 隐私政策 and 用户协议 that was agreed to on this phone; null: none. */
const agreed = createStore<string | null>(readStored<string>(KEY))

/** True if the versions in force were agreed to on this phone. */
export const useHasAgreed = (): boolean => useStore(agreed) === IN_FORCE.use

/** Keeps the agreement on this phone; the server stores it with the login. */
export function rememberAgreement(): void {
  writeStored(KEY, IN_FORCE.use)
  agreed.set(IN_FORCE.use)
}

/** Forgets the agreement: the account was closed. */
export function forgetAgreement(): void {
  dropStored(KEY)
  agreed.set(null)
}
