import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticePage } from '@shared/contract/reading/site'
import { printPdf, type RecordPrint } from '@server/documents/print'
import { bulletin } from '../../../server/reading/channels/presenters/wall/bulletin'
import { presentNoticePage } from '../../../server/reading/site/presenters/noticePage'
import { noticeInput } from '../presenters/rows'
import { blocksOf } from './contents'

export const ADDRESS = 'https://mingbai.example.cn/n/3k9x2mq'

const SIGNED = { body: '村务监督委员会', name: '赵守信', role: '村务监督委员会主任', opinion: 'agree', reason: null, at: '2026-11-05T04:00:00Z' } as const // prettier-ignore

/** The public page of a village's notice with these blocks, signed and confirmed. */
export function pageOf(blocks: readonly PresentedBlock[], more: Partial<NoticePage> = {}): NoticePage {
  const page = presentNoticePage(noticeInput())
  return {
    ...page,
    presented: { ...page.presented, blocks: [...blocks] },
    signOff: SIGNED,
    meeting: { heldOn: '2026-11-05', decision: '内容属实，同意公开。' },
    ledger: { index: 495, leaf: 'c31a95a6f897d887'.repeat(4) },
    ...more,
  }
}

export function sheetOf(
  blocks: readonly PresentedBlock[],
  size: RecordPrint['size'] = 'A4',
  more: Partial<NoticePage> = {},
): RecordPrint {
  const checkpoint = { size: 512, root: 'd0af916f6c8f73aa'.repeat(4) }
  return bulletin(
    { page: pageOf(blocks, more), address: ADDRESS, checkpoint, madeOn: '2026-11-20' } as never,
    size,
  )
}

export const printed = (content: NoticeContent, size: RecordPrint['size'] = 'A4'): Promise<Buffer> =>
  printPdf(sheetOf(blocksOf(content), size))
