import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import { Secret, TOTP } from 'otpauth'

const { issuer, algorithm, digits, stepSeconds, drift, secretBytes } = ACCOUNT_SECURITY.code

const totp = (secret: Secret, label = '') =>
  new TOTP({ issuer, label, algorithm, digits, period: stepSeconds, secret })

/** Generates a secret in base32, which people can type. */
export const newSecret = (): string => new Secret({ size: secretBytes }).base32

/** Builds the `otpauth://` URL for an authenticator app. */
export const enrolUrl = (secret: string, label: string): string =>
  totp(Secret.fromBase32(secret), label).toString()

/** Finds the time step of a code near now; null for a wrong code. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totp(Secret.fromBase32(secret)).validate({ token: code, timestamp, window: drift })
  return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta
}
