import { createHash, createSecretKey, randomBytes } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { unauthorized } from '../errors'
import type { Clock } from '../clock'

const ISSUER = 'mingbai'
const AUDIENCE = 'mingbai-api'
const ALGORITHM = 'HS256'

/** Lifetime of an access token in seconds: 1 hour; the upper bound is 2 hours. */
export const ACCESS_SECONDS = 3600
/** Lifetime of a refresh token in seconds: 30 days. */
export const REFRESH_SECONDS = 30 * 24 * 3600

/** Claims of an access token: account, token version, login. Roles are read from the database on every request. */
export interface Claims {
  userId: string
  tokenVersion: number
  /** Id of the login. */
  login: string
}

export interface TokenService {
  sign(claims: Claims): string
  /**
   * Verifies an access token.
   * @throws AppError 401 `token-expired` or `token-invalid`
   */
  verify(token: string): Claims
}

const seconds = (clock: Clock) => Math.floor(clock.now().getTime() / 1000)

/** Returns the key's id, which reveals a changed JWT_SECRET but nothing about the secret. */
const keyIdOf = (secret: string) => createHash('sha256').update(`kid:${secret}`).digest('hex').slice(0, 12)

function claimsOf(payload: string | jwt.JwtPayload): Claims {
  if (typeof payload === 'string') throw unauthorized('token-invalid')
  const { sub, ver, sid, exp } = payload
  if (!sub || !Number.isInteger(exp) || !Number.isInteger(ver) || typeof sid !== 'string') {
    throw unauthorized('token-invalid')
  }
  return { userId: sub, tokenVersion: ver as number, login: sid }
}

/** Creates the access token service: JWT, HS256 only, with issuer, audience and key id. */
export function createTokens(secret: string, clock: Clock): TokenService {
  const keyid = keyIdOf(secret)
  // Of a text jsonwebtoken first finds out, each time again, that it is no PEM key: half a millisecond.
  const key = createSecretKey(secret, 'utf8')

  function verify(token: string): Claims {
    try {
      const { header, payload } = jwt.verify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        clockTimestamp: seconds(clock),
        complete: true,
      })
      if (header.kid !== keyid) throw unauthorized('token-invalid')
      return claimsOf(payload)
    } catch (error) {
      throw unauthorized(error instanceof jwt.TokenExpiredError ? 'token-expired' : 'token-invalid')
    }
  }

  return {
    sign: ({ userId, tokenVersion, login }) =>
      jwt.sign({ ver: tokenVersion, sid: login, iat: seconds(clock) }, key, {
        algorithm: ALGORITHM,
        subject: userId,
        issuer: ISSUER,
        audience: AUDIENCE,
        keyid,
        expiresIn: ACCESS_SECONDS,
      }),
    verify,
  }
}

/** Creates a refresh token: 43 characters, 256 random bits. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url')

/** Returns the hash that is stored in place of a refresh token. */
export const refreshHash = (token: string): string => createHash('sha256').update(token).digest('hex')
