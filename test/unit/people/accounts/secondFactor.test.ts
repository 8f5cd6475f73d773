import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import { Secret } from 'otpauth'
import { newSecret, stepOf } from '../../../../server/people/accounts/secondFactor/code'
import { type CodeHistory, verifyCode } from '../../../../server/people/accounts/secondFactor/verifyCode'
import { createVault } from '../../../../server/people/accounts/secondFactor/vault'

const FRESH: CodeHistory = { lastStep: 0, wrongAt: [], lockedUntil: null }

describe('codes', () => {
  /** RFC 6238 appendix B, SHA-1, the last six of its eight digits. */
  const secret = Secret.fromUTF8('12345678901234567890').base32
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('RFC 6238 at %d s: %s', (seconds, code) => {
    expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
    expect(stepOf(secret, code, new Date((seconds + 90) * 1000))).toBeNull()
  })

  test('secrets have 160 bits and do not repeat', () => {
    const made = Array.from({ length: 100 }, newSecret)
    expect(new Set(made).size).toBe(100)
    for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/)
  })
})

test('whatever comes in whatever order: a step is taken once, and never more wrong codes in a window than allowed', () => {
  const { wrongCodes, windowMinutes } = ACCOUNT_SECURITY.lockout
  const attempt = fc.record({ seconds: fc.nat(300), step: fc.option(fc.nat(40)) })
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 60 }), attempts => {
      let history = FRESH
      let now = Date.UTC(2026, 0, 1)
      const taken: number[] = []
      const wrong: number[] = []
      for (const { seconds, step } of attempts) {
        now += seconds * 1000
        const locked = history.lockedUntil !== null && now < history.lockedUntil.getTime()
        const { verdict, next } = verifyCode(history, step, new Date(now))
        if (locked) expect(verdict).toBe('locked')
        if (verdict === 'good') taken.push(step!)
        else if (!locked) wrong.push(now)
        history = next
      }
      expect(new Set(taken).size).toBe(taken.length)
      expect(taken).toEqual([...taken].sort((a, b) => a - b))
      wrong.forEach((first, index) => {
        const sixth = wrong[index + wrongCodes]
        if (sixth !== undefined && taken.length === 0) {
          expect(sixth - first).toBeGreaterThanOrEqual(windowMinutes * 60_000)
        }
      })
    }),
    { numRuns: 2_000 },
  )
})

describe('the vault', () => {
  const vault = createVault(randomBytes(32))

  test('opens what it sealed, for its owner, and never seals alike twice', () => {
    const sealed = vault.seal('GEZDGNBVGY3TQOJQ', 'usr_a')
    expect(vault.open(sealed, 'usr_a')).toBe('GEZDGNBVGY3TQOJQ')
    expect(sealed).not.toContain('GEZDGNBVGY3TQOJQ')
    expect(vault.seal('GEZDGNBVGY3TQOJQ', 'usr_a')).not.toBe(sealed)
  })

  test('opens for no other owner, under no other key, and nothing that was changed', () => {
    const sealed = vault.seal('secret', 'usr_a')
    expect(() => vault.open(sealed, 'usr_b')).toThrow()
    expect(() => createVault(randomBytes(32)).open(sealed, 'usr_a')).toThrow(/another key/)
    const [version, kid, text] = sealed.split('.')
    const bytes = Buffer.from(text!, 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ 1
      expect(() => vault.open(`${version}.${kid}.${changed.toString('base64url')}`, 'usr_a')).toThrow()
    }
    expect(() => vault.open('v1.x', 'usr_a')).toThrow()
  })
})
