import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSigner } from '../../../../server/platform/signer'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'mingbai-key-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the key of the ledger in development', () => {
  it('is made once, kept for its owner only, and the same at the next start', () => {
    const make = () => createSigner({ ledgerKey: undefined, dataDir })
    const [one, two] = [make(), make()]
    expect(one.publicKey).toMatch(/^[0-9a-f]{64}$/)
    expect([two.keyId, two.sign('甲')]).toEqual([one.keyId, one.sign('甲')])
    expect(statSync(path.join(dataDir, 'ledger-key.pem')).mode & 0o777).toBe(0o600)
  })

  it('is never replaced when it cannot be read', () => {
    writeFileSync(path.join(dataDir, 'ledger-key.pem'), 'damaged')
    expect(() => createSigner({ ledgerKey: undefined, dataDir })).toThrow('存证签名私钥读不懂')
  })
})
