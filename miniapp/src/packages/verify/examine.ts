import { ApiError } from '@shared/client'
import { type Printed, startsWithCode, tidyCode } from '@shared/ledger/printed'
import {
  type GrowthFault,
  type NoticeFault,
  growthFault,
  noticeFault,
  presentedHash,
} from '@shared/ledger/verify'
import type { Checkpoint, CheckpointMark, NoticeProof } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { fullDate } from '../../format/date'
import { isSigned } from './signature'
import { type Remembered, rememberCheckpoint, rememberedCheckpoint } from './memory'

/** `ok`: proved; `bad`: proved wrong; `open`: undecidable. */
export type Outcome = 'ok' | 'bad' | 'open'

export interface Step {
  outcome: Outcome
  title: string
  words: string
}

export interface Report {
  page: NoticePage
  proof: NoticeProof | null
  steps: Step[]
}

/** Hashes the blocks on display; for a withdrawn edition returns the hash of its tombstone. */
const shownHash = ({ presented, withdrawn }: NoticePage): string =>
  withdrawn?.sha256 ?? presentedHash(presented)

const step = (outcome: Outcome, title: string, words: string): Step => ({ outcome, title, words })

const CONTENT = '您看到的和公开时的一样'

function contentStep(fault: NoticeFault | null): Step {
  if (fault === null) {
    return step('ok', CONTENT, '手机把这一页重新核算了一遍，和公开时存下的一样，一个字也没有改过。')
  }
  if (fault === 'content') {
    return step('bad', CONTENT, '您看到的内容和公开时存下的指纹不一样：公开之后被改过。')
  }
  if (fault === 'erased') return step('open', CONTENT, '这一版的内容已依法删除，没有可以对照的指纹。')
  return step('open', CONTENT, '存证对不上，没有可以对照的指纹。')
}

function tombstoneStep(fault: NoticeFault | null): Step {
  const title = '撤回说明里的指纹和公开时存下的一致'
  if (fault === null) return step('ok', title, '内容已经撤回，看不到了；它的指纹和公开时存下的一样。')
  if (fault === 'content') return step('bad', title, '撤回说明里的指纹和公开时存下的不一样：说明被改过。')
  return step('open', title, '存证对不上，没有可以对照的指纹。')
}

function placeStep(fault: NoticeFault | null, { entry, checkpoint }: NoticeProof): Step {
  const title = `在公开的总账里记着，第 ${entry.index + 1} 条`
  if (fault === 'other-notice') return step('bad', title, '服务器给出的存证是另一条公示的。')
  if (fault === 'leaf' || fault === 'path') {
    return step('bad', title, '服务器给出的存证不在总账里，是假的。')
  }
  return step('ok', title, `总账现在共有 ${checkpoint.size} 条，这一条确实在里面。`)
}

const GROWTH_WORDS: Record<GrowthFault, (before: Remembered, now: CheckpointMark) => string> = {
  shrunk: (before, now) =>
    `${fullDate(before.seenAt)}您看到总账有 ${before.size} 条，现在只有 ${now.size} 条：有人删去了已经公开的记录。`,
  rewritten: before =>
    `${fullDate(before.seenAt)}您见过的前 ${before.size} 条记录，现在变了样：总账被改写过。`,
}

async function growthSince(before: CheckpointMark, newest: Checkpoint): Promise<GrowthFault | null> {
  const asked = before.size < newest.size && before.size > 0
  const proof = asked
    ? await api('GET /ledger/consistency', { query: { from: before.size, to: newest.size } })
    : null
  return growthFault(before, newest, proof)
}

async function growthStep(newest: Checkpoint): Promise<Step> {
  const before = rememberedCheckpoint()
  const title = '您上次看过以后，总账只增加、没有改动'
  if (!before) {
    const words = `总账现在有 ${newest.size} 条，手机已经记住，下次来看会自动对照。`
    return step('open', '第一次核验，还没有可比的', words)
  }
  const fault = await growthSince(before, newest)
  if (fault) return step('bad', title, GROWTH_WORDS[fault](before, newest))
  const more = newest.size - before.size
  return step(
    'ok',
    title,
    `从${fullDate(before.seenAt)}到现在，前 ${before.size} 条没有变，新增 ${more} 条。`,
  )
}

function signatureStep(checkpoint: Checkpoint): Step {
  const title = '总账有运营单位签名'
  const { keyId, publicKey, at } = checkpoint
  const before = rememberedCheckpoint()
  if (before && before.publicKey !== publicKey) {
    return step('bad', title, `签名的钥匙和您上次见到的不是同一把（现在是 ${keyId}）。`)
  }
  if (!isSigned(checkpoint)) return step('bad', title, '总账上的签名是假的。')
  return step('ok', title, `${fullDate(at)}由编号 ${keyId} 的钥匙签名。`)
}

const PAPER = '和纸上印的一致'

/** Values on paper, scanned or typed; empty fields are not compared. */
export interface Paper {
  place: string
  leaf: string
  size: string
  root: string
}

export const paperOf = ({ index, leaf, size, root }: Printed): Paper => ({
  place: String(index + 1),
  leaf,
  size: String(size),
  root,
})

function leafStep({ place, leaf }: Paper, proof: NoticeProof): Step {
  const title = `${PAPER}：这条公示的存证`
  const placed = place.trim() === '' || Number(tidyCode(place)) === proof.entry.index + 1
  if (!placed) return step('bad', title, `纸上是第 ${place} 条，总账里是第 ${proof.entry.index + 1} 条。`)
  if (leaf.trim() === '') return step('open', title, '没有填存证指纹，没法对照。')
  const same = startsWithCode(leaf, proof.leaf)
  if (same === null) return step('open', title, '存证指纹至少要填前 16 位。')
  return same
    ? step('ok', title, '纸上的存证指纹和总账里的一样。')
    : step('bad', title, '纸上的存证指纹和总账里的不一样：公示在印出来之后被换过。')
}

async function rootStep({ size, root }: Paper, proof: NoticeProof): Promise<Step> {
  const title = `${PAPER}：印出来之后总账没有改动`
  const mark = { size: Number(tidyCode(size)), root: tidyCode(root) }
  if (!Number.isSafeInteger(mark.size) || mark.size < 1 || mark.root.length !== 64) {
    return step('open', title, '账本条数和账本指纹要填全（64 位），扫码最方便。')
  }
  const fault = await growthSince(mark, proof.checkpoint)
  if (fault === 'shrunk') {
    const words = `印的时候总账有 ${mark.size} 条，现在只有 ${proof.checkpoint.size} 条：有人删去了已经公开的记录。`
    return step('bad', title, words)
  }
  if (fault) return step('bad', title, `印的时候已有的 ${mark.size} 条记录，现在变了样：总账被改写过。`)
  return step('ok', title, `印的时候已有的 ${mark.size} 条记录，到现在没有变过。`)
}

/** Compares a notice's ledger position with paper. `edition`: the printed one, otherwise the newest. */
export async function comparePaper(id: string, paper: Paper, edition?: number): Promise<Step[]> {
  const proof = await api('GET /notices/:id/ledger', {
    params: { id },
    query: edition === undefined ? {} : { edition },
  })
  return [leafStep(paper, proof), await rootStep(paper, proof)]
}

async function proofOf(id: string, edition: number): Promise<NoticeProof | null> {
  try {
    return await api('GET /notices/:id/ledger', { params: { id }, query: { edition } })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'not-recorded') return null
    throw error
  }
}

/** Verifies a shown notice 核验 as far as this phone can, without trusting the server. */
export async function examine(id: string, wanted?: number): Promise<Report> {
  const page = await api('GET /notices/:id', { params: { id }, query: { edition: wanted } })
  const { edition } = page.notice
  const proof = await proofOf(id, edition)
  if (!proof) {
    const words = '这一版公开的时候还没有总账，没有存证可以核验。'
    return { page, proof, steps: [step('open', '存证在总账里', words)] }
  }
  const fault = noticeFault({ noticeId: id, edition, presentedSha256: shownHash(page) }, proof)
  const { checkpoint } = proof
  const growth = await growthStep(checkpoint)
  const signature = signatureStep(checkpoint)
  // Never trust a checkpoint after a failed check.
  const place = placeStep(fault, proof)
  if ([place, growth, signature].every(one => one.outcome !== 'bad')) rememberCheckpoint(checkpoint)
  const content = page.withdrawn ? tombstoneStep(fault) : contentStep(fault)
  return { page, proof, steps: [content, place, growth, signature] }
}
