import { createHmac, randomInt } from 'node:crypto'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'

const { codes, characters } = ACCOUNT_SECURITY.recovery

/** Base 32 without the letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

const newCode = (): string =>
  Array.from({ length: characters }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** Draws a set of recovery codes, 50 random bits each, as two groups: `ABCDE-FGHJK`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codes }, () => newCode().replace(/(?=.{5}$)/, '-'))

/** Returns the hash stored in place of a code, keyed by the server and bound to its owner; typing habits do not matter. */
export const recoveryHash = (key: Buffer, owner: string, code: string): string =>
  createHmac('sha256', key)
    .update(`recovery:${owner}:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('hex')
