import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkpointText } from '@shared/ledger/checkpoint'
import { consistencyProof, leafHash, rootOf } from '@shared/ledger/merkle'
import { isSignedBy, othersOf } from '@server/cli/witness/round'
import { serveBook } from '@server/cli/witness/serve'
import { run } from '@server/cli/witness'
import { readBook } from '@server/cli/witness/witnessBook'
import { signerOf } from '@server/platform/signer'

/** A ledger that can be made to show others: its leaves are replaced under the witness. */
let leaves: string[]
let signer = signerOf(generateKeyPairSync('ed25519').privateKey)
let number: number
let forge: (signature: string) => string
let server: Server
let url: string
let folder: string

function checkpoint() {
  const { keyId, publicKey } = signer
  const head = { number, size: leaves.length, root: rootOf(leaves), at: '2026-12-01T00:00:00.000Z', keyId }
  return { ...head, publicKey, signature: forge(signer.sign(checkpointText(head))) }
}

beforeEach(async () => {
  leaves = Array.from({ length: 5 }, (_, at) => leafHash(`entry ${at}`))
  number = 0
  forge = signature => signature
  signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  folder = mkdtempSync(path.join(tmpdir(), 'witness-'))
  server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const [from, to] = ['from', 'to'].map(name => Number(searchParams.get(name))) as [number, number]
    const isHead = pathname === '/api/v1/ledger/checkpoint'
    answer.end(
      JSON.stringify(isHead ? checkpoint() : { from, to, proof: consistencyProof(leaves, from, to) }),
    )
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise(done => server.close(done))
  rmSync(folder, { recursive: true })
})

const look = (...more: string[]) => run([url, '--dir', folder, '--json', ...more])
const grow = (count: number) => {
  for (let at = 0; at < count; at += 1) leaves.push(leafHash(`more ${leaves.length}`))
  number += 1
}
const failing = async () =>
  look().catch((error: { findings: { fault: { code: string } } }) => error.findings.fault.code)

test('cosigns and keeps what has grown, and asks nothing twice', async () => {
  expect(await look()).toMatchObject({ ok: true, size: 5, kept: 1 })
  expect(await look()).toMatchObject({ ok: true, size: 5, kept: 1 })
  grow(3)
  expect(await look()).toMatchObject({ ok: true, size: 8, kept: 2 })
  const book = readBook(folder)
  for (const { checkpoint: one, witness } of book) expect(isSignedBy(one, witness)).toBe(true)
  expect(book.map(({ witness }) => witness.publicKey)).toEqual([
    book[0]!.witness.publicKey,
    book[0]!.witness.publicKey,
  ])
})

test('tells a ledger that shrank, was rewritten, or is signed by another or a false key', async () => {
  await look()
  const honest = [...leaves]
  leaves = honest.slice(0, 3)
  expect(await failing()).toBe('shrunk')
  leaves = [...honest]
  leaves[2] = leafHash('another')
  grow(1)
  expect(await failing()).toBe('rewritten')
  leaves = [...honest, leafHash('next')]
  forge = signature => signature.replace(/^../, '00')
  expect(await failing()).toBe('signature')
  forge = signature => signature
  signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  expect(await failing()).toBe('key-changed')
  expect(readFileSync(path.join(folder, 'witness.jsonl'), 'utf8').trim().split('\n').length).toBe(1)
})

test('two readers who are shown different ledgers find out through one of them that is a witness', async () => {
  await look()
  const other = mkdtempSync(path.join(tmpdir(), 'witness-'))
  const served = await serveBook(folder, 0)
  const witness = `http://127.0.0.1:${(served.address() as AddressInfo).port}`
  expect((await othersOf(witness)).length).toBe(1)
  leaves[4] = leafHash('for the other reader')
  await expect(run([url, '--dir', other, '--compare', witness])).rejects.toMatchObject({
    findings: { fault: { code: 'forked' } },
  })
  grow(2)
  await expect(run([url, '--dir', other, '--compare', witness])).rejects.toMatchObject({
    findings: { fault: { code: 'forked' } },
  })
  await new Promise(done => served.close(done))
  rmSync(other, { recursive: true })
})

test('an address that does not answer is bad input, a missing one wrong usage', async () => {
  await expect(run(['http://127.0.0.1:9', '--dir', folder])).rejects.toMatchObject({ code: 'unreachable' })
  await expect(run([])).rejects.toThrow('请给出一个网址')
  await expect(run([url, '--every', '1'])).rejects.toThrow('--every')
})
