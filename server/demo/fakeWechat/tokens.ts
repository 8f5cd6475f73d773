import { randomBytes } from 'node:crypto'
import type { Clock } from '@server/platform/clock'
import { type Answer, refuse } from './modes'

const LIFE_SECONDS = 7_200

/** The fake's access tokens: one at a time, good for two hours. */
export function createFakeTokens(clock: Clock) {
  let token = ''
  let until = 0

  return {
    /** As `stable_token` does: the same token while it is good, another one when asked by force. */
    issue: (force: boolean): Answer => {
      const now = clock.now().getTime()
      if (force || token === '' || now >= until) {
        token = `fake-${randomBytes(12).toString('hex')}`
        until = now + LIFE_SECONDS * 1000
      }
      return { access_token: token, expires_in: Math.max(1, Math.round((until - now) / 1000)) }
    },
    /** Why a token is not taken; null = it is. */
    refusalOf: (given: string | null): Answer | null => {
      if (given === null || given === '' || given !== token) {
        return refuse(40001, 'invalid credential, access_token is invalid or not latest')
      }
      return clock.now().getTime() < until ? null : refuse(42001, 'access_token expired')
    },
    /** Makes the token that everybody holds worthless. */
    revoke: () => {
      token = ''
    },
  }
}
