import { randomBytes } from 'node:crypto'
import type { Clock } from '@server/platform/clock'
import { type Answer, refuse } from './modes'

const LIFE_SECONDS = 7_200

/** Creates the fake's access tokens: one at a time, valid for two hours. */
export function createFakeTokens(clock: Clock) {
  let token = ''
  let until = 0

  return {
    /** Behaves like `stable_token`: returns the valid token, or another one when forced. */
    issue: (force: boolean): Answer => {
      const now = clock.now().getTime()
      if (force || token === '' || now >= until) {
        token = `fake-${randomBytes(12).toString('hex')}`
        until = now + LIFE_SECONDS * 1000
      }
      return { access_token: token, expires_in: Math.max(1, Math.round((until - now) / 1000)) }
    },
    /** Returns the refusal of a token; null = it is valid. */
    refusalOf: (given: string | null): Answer | null => {
      if (given === null || given === '' || given !== token) {
        return refuse(40001, 'invalid credential, access_token is invalid or not latest')
      }
      return clock.now().getTime() < until ? null : refuse(42001, 'access_token expired')
    },
    /** Invalidates the current token. */
    revoke: () => {
      token = ''
    },
  }
}
