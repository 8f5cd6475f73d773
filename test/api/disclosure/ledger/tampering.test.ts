import { createHash, generateKeyPairSync } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canonicalJson } from '@shared/common/hash'
import { growthFault } from '@shared/ledger/verify'
import { consistencyProof } from '@shared/ledger/merkle'
import { COMMANDS } from '../../../../server/cli/commandTable'
import { runCli } from '../../../../server/cli/runCli'
import { verifyFiles } from '../../../../server/cli/verifier/verifyStore'
import { verifyPlace } from '../../../../server/cli/commands/ledgerVerify'
import { LedgerVerifier, PLAIN_LINE } from '../../../../server/cli/verifier/verifyLedger'
import { type Store, ensureIndexes } from '@server/platform/store/db'
import { composeDb } from '@server/compose'
import { seedRows } from '../../../../server/demo/seed'
import { appendToLedger } from '../../../../server/disclosure/ledger/commands/appendToLedger'
import { newestCheckpoint } from '../../../../server/disclosure/ledger/checkpoints'
import { eraseFromLedger } from '../../../../server/disclosure/ledger/commands/eraseFromLedger'
import { ledgerLines } from '../../../../server/disclosure/ledger/queries/exportLedger'
import { laterFact, publicationFact } from '../../../../server/disclosure/ledger/facts'
import { signerOf } from '../../../../server/platform/signer'
import { inTransaction } from '../../../../server/platform/store/transaction'
import { exportData } from '../../../../server/platform/transfer/exportData'
import { folderTarget } from '../../../../server/platform/transfer/exportTargets'
import { type TestDatabase, openTestDatabase } from '../../../support/engine/database'
import { LONG, SAMPLED, reportFigure } from '../../../support/figures'
import { type Line, forge, linesOf, rewrite } from '../../../support/ledger/forge'
import { TAMPERINGS } from '../../../support/ledger/tamper'
import { Chance } from '../../../support/privacy/chance'
import { Publications } from '@server/disclosure/publications/models/publications'
import { LedgerEntries, type LedgerEntryRow } from '@server/disclosure/ledger/models/ledgerEntries'

const NOW = new Date('2026-11-20T02:00:00.000Z')
const EDITIONS = 24
const CHECKPOINT_AFTER = [5, 12, 19]
/** Entries: every edition, one withdrawal, one erasure. */
const ENTRIES = EDITIONS + 2
const WITHDRAWN = 7
const ROUNDS = LONG ? 10_000 : 150

const key = generateKeyPairSync('ed25519').privateKey
let opened: TestDatabase
let db: Store
let folder: string
let file: string
let text: string

const store = () => ({ db, clock: { now: () => NOW }, signer: signerOf(key) })

/** A store with real publications of the demonstration, checkpoints in between, one withdrawn, one lawfully erased. */
async function fill(): Promise<void> {
  const all = seedRows(NOW).notices.flatMap(({ publication }) => publication ?? [])
  const chosen = all
    .filter((_row, index) => index % Math.floor(all.length / EDITIONS) === 0)
    .slice(0, EDITIONS)
  for (const [index, row] of chosen.entries()) {
    await inTransaction(store(), async tx => {
      await db.of(Publications).create([row])
      await appendToLedger(tx, publicationFact(row))
    })
    if (CHECKPOINT_AFTER.includes(index)) await newestCheckpoint(store())
  }
  await withdraw(WITHDRAWN)
  await inTransaction(store(), async tx => {
    const { noticeId, edition } = await eraseFromLedger(tx, {
      index: 4,
      basis: '个人信息保护法第四十七条',
      at: NOW,
    })
    await db.of(Publications).deleteOne({ noticeId, edition })
  })
  await newestCheckpoint(store())
}

/** As the command leaves it: words blank, a tombstone, an entry. */
async function withdraw(index: number): Promise<void> {
  const entry = (await db.of(LedgerEntries).findOne({ index }).lean<LedgerEntryRow>().exec())!
  const { noticeId, edition, period } = entry
  const { _id, sha256 } = (await db.of(Publications).findOne({ noticeId, edition }).lean().exec())!
  const withdrawn = { by: '刘长河', at: NOW.toISOString(), reason: '写了不该公开的住址', sha256 }
  const blank = { title: '', sentence: '', content: { title: '', period, blocks: [] }, grams: [] }
  await inTransaction(store(), async tx => {
    await db.of(Publications).updateOne({ _id }, { $set: { ...blank, live: false, withdrawn } })
    await appendToLedger(tx, laterFact(entry, { event: 'withdraw', basis: withdrawn.reason, at: NOW }))
  })
}

async function exported(openings: boolean): Promise<string> {
  const lines: string[] = []
  for await (const line of ledgerLines(db, { openings })) lines.push(line)
  return lines.join('')
}

function judge(lines: readonly Line[], anchors = {}) {
  const verifier = new LedgerVerifier(anchors)
  for (const line of lines) verifier.line(line)
  return verifier.verdict()
}

/** As the bytes of a file are judged. */
function judgeBytes(bytes: string | Buffer) {
  const verifier = new LedgerVerifier()
  for (const line of Buffer.from(bytes).toString('latin1').split('\n')) {
    if (line !== '') verifier.raw(Buffer.from(line, 'latin1'))
  }
  return verifier.verdict()
}

beforeAll(async () => {
  opened = await openTestDatabase('tampering')
  db = composeDb(opened.connection)
  await ensureIndexes(db, { expiry: false })
  await fill()
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-ledger-'))
  file = path.join(folder, 'ledger.jsonl')
  text = await exported(true)
  writeFileSync(file, text)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await opened.close()
})

test('a true export is sound: with openings, the public one, the whole store', async () => {
  const good = { ok: true, entries: ENTRIES, faults: [] }
  expect(verifyPlace(file)).toEqual(good)
  expect(judge(linesOf(await exported(false)))).toEqual(good)
  await exportData(db, await folderTarget(path.join(folder, 'whole')), NOW)
  expect(verifyPlace(path.join(folder, 'whole'))).toEqual(good)
})

test('an export that somebody wrote down in another way, but with the same words, is as sound', async () => {
  const good = { ok: true, entries: ENTRIES, faults: [] }
  const plain = await exported(false)
  expect(judgeBytes(plain)).toEqual(good)
  const entries = plain.split('\n').filter(line => line.startsWith('{"entry"'))
  expect(entries.filter(line => !PLAIN_LINE.test(Buffer.from(line).toString('latin1')))).toEqual([])
  const spaced = linesOf(plain).map(line => JSON.stringify(line).replace('{', '{ ').replace(',', ', '))
  expect(judgeBytes(spaced.join('\r\n'))).toEqual(good)
})

test('what a withdrawn or erased edition may not say is found', () => {
  const told = (index: number, change: (line: Line) => void) => {
    const lines = linesOf(text)
    change(lines.find(({ entry }) => entry?.index === index)!)
    return judge(lines).faults.map(({ index: at, code }) => [at, code])
  }
  const tombstone = (line: Line) => line.publication!.withdrawn as Record<string, string>
  expect(told(WITHDRAWN, () => undefined)).toEqual([])
  expect(told(WITHDRAWN, line => (line.publication!.title = '又写回去的标题'))).toEqual([[WITHDRAWN, 'commitment']]) // prettier-ignore
  expect(told(WITHDRAWN, line => (line.publication!.author = '别人'))).toEqual([[WITHDRAWN, 'commitment']])
  expect(told(WITHDRAWN, line => (tombstone(line).reason = '别的原因'))).toEqual([[WITHDRAWN, 'withdrawal']])
  expect(told(WITHDRAWN, line => (tombstone(line).at = '2026-11-21T02:00:00.000Z'))).toEqual([[WITHDRAWN, 'withdrawal']]) // prettier-ignore
  expect(told(WITHDRAWN, line => (line.publication!.withdrawn = null)).map(([, code]) => code)).toContain('withdrawal') // prettier-ignore
  expect(told(4, line => (line.publication = '已删除的话' as never))).toContainEqual([4, 'erasure'])
  expect(told(5, line => (line.note = '夹带'))).toContainEqual([5, 'format'])
})

/** Tampers `rounds` times with an export, every kind in turn; returns what went undetected and which faults were reported. */
function tamper(original: string, rounds: number, names: readonly string[], seed: number) {
  const chance = new Chance(seed)
  const undetected: string[] = []
  const codes = new Set<string>()
  for (let round = 0, done = 0; done < rounds; round += 1) {
    const name = names[round % names.length]!
    const tampered = TAMPERINGS[name]!(linesOf(original), chance)
    const bytes = tampered.map(line => canonicalJson(line)).join('\n')
    if (bytes === original.trimEnd()) continue
    done += 1
    const { ok, faults } = judgeBytes(bytes)
    if (ok) undetected.push(`${name} (round ${round})`)
    for (const { code } of faults) codes.add(code)
  }
  return { undetected, codes: [...codes].sort() }
}

test(`none of ${ROUNDS} tamperings goes undetected`, () => {
  const names = Object.keys(TAMPERINGS)
  const { undetected, codes } = tamper(text, ROUNDS, names, 20_261_120)
  expect(undetected).toEqual([])
  expect(codes).toEqual(
    expect.arrayContaining([
      'chain',
      'commitment',
      'fork',
      'leaf',
      'order',
      'root',
      'signature',
      'time',
      'truncated',
    ]),
  )
  reportFigure(
    `R9: ${ROUNDS} tamperings of a ledger export${SAMPLED}, ${names.length} kinds (${names.join(', ')}): 0 undetected`,
  )
})

test(`none of ${ROUNDS} tamperings with the public export, nor a changed byte of it, goes undetected`, async () => {
  const plain = await exported(false)
  const names = Object.keys(TAMPERINGS).filter(name => !name.startsWith('published words'))
  expect(tamper(plain, ROUNDS, names, 20_261_124).undetected).toEqual([])
  const chance = new Chance(7)
  const bytes = Buffer.from(plain)
  for (let round = 0; round < 200; round += 1) {
    const changed = Buffer.from(bytes)
    const at = chance.int(0, bytes.length - 2)
    changed[at] = changed[at]! ^ (1 << chance.int(0, 7))
    expect([at, judgeBytes(changed).ok]).toEqual([at, false])
  }
  reportFigure(
    `R9: ${ROUNDS} tamperings of the public export and 200 flipped bits of it${SAMPLED}: 0 undetected`,
  )
})

test('tampering with the stored collections themselves is found', async () => {
  const chance = new Chance(9)
  const place = path.join(folder, 'store')
  await exportData(db, await folderTarget(place), NOW)
  const undetected: string[] = []
  const parts = [
    'ledgerEntries',
    'ledgerSecrets',
    'ledgerHeads',
    'ledgerChains',
    'checkpoints',
    'publications',
  ]
  for (let round = 0; round < 90; round += 1) {
    const name = parts[round % parts.length]!
    const rows = path.join(place, 'collections', `${name}.jsonl`)
    const before = readFileSync(rows, 'utf8')
    const lines = before.trimEnd().split('\n')
    const at = chance.int(0, lines.length - 1)
    const row = JSON.parse(lines[at]!) as Record<string, unknown>
    const fields = Object.keys(row).filter(field => field !== '_id' && field !== 'grams')
    const changed = { ...row, [chance.pick(fields)]: { changed: round } }
    const after = chance.pick([lines.toSpliced(at, 1), lines.with(at, JSON.stringify(changed))])
    writeFileSync(rows, after.map(line => `${line}\n`).join(''))
    if (verifyPlace(place).ok) undetected.push(`${name} ${at}`)
    writeFileSync(rows, before)
  }
  expect(undetected).toEqual([])
  expect(verifyPlace(folder)).toMatchObject({ ok: false, faults: [{ code: 'truncated' }] })
  const publications = path.join(place, 'collections', 'publications.jsonl')
  const [first] = readFileSync(publications, 'utf8').split('\n')
  appendFileSync(publications, `${first!.replace(/ntc_\w+/, 'ntc_00000000000000000000')}\n`)
  expect(verifyPlace(place).faults).toMatchObject([{ code: 'unrecorded' }])
})

test('tampering with published attachments is found', async () => {
  const place = path.join(folder, 'attachments')
  await exportData(db, await folderTarget(place), NOW)
  const collection = (name: string) => path.join(place, 'collections', `${name}.jsonl`)
  const sha256 = createHash('sha256').update('凭证').digest('hex')
  const lines = readFileSync(collection('publications'), 'utf8').trimEnd().split('\n')
  const file = { name: '凭证.txt', mime: 'text/plain', bytes: 6, sha256 }
  const row = JSON.parse(lines[0]!) as { content: { blocks: unknown[] } }
  const named = {
    ...row,
    content: { ...row.content, blocks: [...row.content.blocks, { type: 'attachments', files: [file] }] },
  }
  writeFileSync(collection('publications'), [JSON.stringify(named), ...lines.slice(1)].join('\n'))
  const chunk = (text: string, number = 0) =>
    `${JSON.stringify({ _id: `${sha256}/${number}`, sha256, number: { $numberInt: String(number) }, content: { $binary: { base64: Buffer.from(text).toString('base64'), subType: '00' } } })}\n`
  const faultsWith = (...chunks: string[]) => {
    writeFileSync(collection('fileChunks'), chunks.join(''))
    return verifyFiles(place).map(({ message }) => message)
  }
  expect(faultsWith(chunk('凭证'))).toEqual([])
  expect(faultsWith(chunk('证', 1), chunk('凭', 0))).toEqual([])
  expect(faultsWith(chunk('凭據'))).toEqual(['附件和公开时的不一样：被换过。'])
  expect(faultsWith(chunk('凭'))).toEqual(['附件和公开时的不一样：被换过。'])
  expect(faultsWith(chunk('证', 0), chunk('凭', 1))).toEqual(['附件和公开时的不一样：被换过。'])
  expect(faultsWith()).toEqual(['公开的附件不见了。'])
  expect(verifyPlace(place)).toMatchObject({ ok: false })
})

describe('a ledger that was rebuilt and signed anew', () => {
  const rewritten = () => {
    const lines = linesOf(text)
    for (const line of lines) {
      if (line.entry && line.entry.index >= 3 && line.publication?.withdrawn === null && line.salts) {
        rewrite(line, { title: '改写的标题' })
      }
    }
    return lines
  }

  it('is sound for whoever remembers nothing', () => {
    expect(judge(forge(rewritten(), key))).toMatchObject({ ok: true })
  })

  it('is exposed by a checkpoint printed before, by the command line too', async () => {
    const { checkpoint } = linesOf(text)[1]!
    const { size, root } = checkpoint!
    const forged = forge(rewritten(), key)
    expect(judge(forged, { checkpoints: [{ size, root }] }).faults).toMatchObject([
      { code: 'anchor', index: size - 1 },
    ])
    const [printed, bad] = [path.join(folder, 'printed.json'), path.join(folder, 'forged.jsonl')]
    writeFileSync(printed, JSON.stringify({ size, root }))
    writeFileSync(bad, forged.map(line => JSON.stringify(line)).join('\n'))
    const said: string[] = []
    const out = jest.spyOn(process.stdout, 'write').mockImplementation(piece => {
      said.push(String(piece))
      return true
    })
    const code = await runCli(['ledger', 'verify', bad, '--checkpoint', printed], COMMANDS)
    out.mockRestore()
    expect(code).toBe(1)
    expect(JSON.parse(said.join(''))).toMatchObject({ ok: false, faults: [{ code: 'anchor' }] })
  })

  it('is exposed by the published key when somebody else signed it', () => {
    const other = generateKeyPairSync('ed25519').privateKey
    const { publicKey } = signerOf(key)
    expect(judge(forge(rewritten(), other), { key: publicKey }).ok).toBe(false)
    expect(judge(linesOf(text), { key: publicKey }).ok).toBe(true)
  })

  it('is exposed on the phone that remembers a checkpoint, and so is a shorter ledger', () => {
    const remembered = linesOf(text)[1]!.checkpoint!
    const forged = forge(rewritten(), key)
    const newest = forged.findLast(line => line.checkpoint)!.checkpoint!
    const leaves = forged.flatMap(line => line.leaf ?? [])
    const proof = consistencyProof(leaves, remembered.size, newest.size)
    const answer = { from: remembered.size, to: newest.size, proof }
    expect(growthFault(remembered, newest, answer)).toBe('rewritten')
    expect(growthFault(remembered, newest, null)).toBe('rewritten')
    expect(growthFault(newest, remembered, null)).toBe('shrunk')
  })
})
