import { grouped } from '@shared/ledger/printed'
import { dateLabel } from '@shared/common/period'
import { publicityWords } from '@shared/presentation/publicityWords'
import { totalText } from '@shared/presentation/document/units'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { Paper, Print, PrintBlock } from '@server/documents/print'
import { needsWidth, tableOf } from './table'
import type { WallNotice } from './types'
import { codeLine, dayOf, objectionLines, publishedLine } from './words'

/** Font sizes in points, legible from one step away 看得清. */
const LETTERS = { A4: { body: 16, title: 28 }, A3: { body: 20, title: 36 } } as const
const QR_MM = 32
/** Number of leading hash characters to print: as many as a person can be asked to type. */
const CODE_SHOWN = 16

function tableBlocks(table: Extract<PresentedBlock, { kind: 'table' }>, paper: Paper): PrintBlock[] {
  const unit = table.unit ? `（单位：${table.unit}）` : ''
  const totals = table.totals.map(total => `${total.label}：${totalText(table, total)}`).join('　')
  return [
    { kind: 'heading', level: 2, text: `${table.label}${unit}` },
    ...(table.rows.length > 0 ? [tableOf(table, paper)] : [{ kind: 'paragraph', text: '无' } as const]),
    ...(totals ? [{ kind: 'paragraph', text: totals, bold: true } as const] : []),
  ]
}

/** Returns the print blocks of a presented block; leaves out bars, which repeat the table below them. */
function blocksOf(block: PresentedBlock, paper: Paper): PrintBlock[] {
  switch (block.kind) {
    case 'summary':
      return [{ kind: 'paragraph', text: block.text, bold: true }]
    case 'facts': {
      const rows = block.rows.map(({ label, value, missing }) => ({
        label,
        value: missing ? '没有公开' : value,
      }))
      return [
        { kind: 'heading', level: 2, text: block.label },
        { kind: 'facts', rows },
      ]
    }
    case 'text':
      return [
        { kind: 'heading', level: 2, text: block.label },
        ...block.paragraphs.map(text => ({ kind: 'paragraph', text }) as const),
      ]
    case 'table':
      return tableBlocks(block, paper)
    case 'files':
      return block.files.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: block.label },
            { kind: 'list', items: block.files.map(({ name, size }) => `${name}（${size}，扫码可看）`) },
          ]
    case 'bars':
      return []
  }
}

function trustRows({ page, checkpoint }: WallNotice): { label: string; value: string }[] {
  const { notice, item, signOff, meeting, publicity, ledger, editions } = page
  const reason = editions.find(({ edition }) => edition === notice.edition)?.reason
  const rows: [string, string | null | undefined][] = [
    ['为什么公开', `${item.orgName}公开目录：${item.path.join(' › ')}`],
    ['谁写的', `${notice.orgName} ${notice.author}`],
    ['谁监督', signOff && `${signOff.body} ${signOff.name}，${dayOf(signOff.at)}审核`],
    ['联席会议', meeting && `${dateLabel(meeting.heldOn)}：${meeting.decision}`],
    ['为什么更正', reason],
    ['公示期', publicityWords(publicity)],
    ['存证', ledger && `第 ${ledger.index + 1} 条，存证指纹 ${grouped(ledger.leaf.slice(0, CODE_SHOWN))}`],
    [
      '存证点',
      checkpoint && `存证账本 ${checkpoint.size} 条，指纹 ${grouped(checkpoint.root.slice(0, CODE_SHOWN))}`,
    ],
  ]
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function paperOf({ page: { presented } }: WallNotice, size: Paper['size']): Paper {
  const letters = LETTERS[size]
  const wide = presented.blocks.some(
    block => block.kind === 'table' && needsWidth(block, { size, ...letters }),
  )
  return { size, layout: wide ? 'landscape' : 'portrait', ...letters }
}

/** Lays out the wall sheet 公示单, black on white, from the same record that the page shows. */
export function bulletin(wall: WallNotice, size: Paper['size']): Print {
  const { page, address, madeOn } = wall
  const { notice, presented } = page
  const paper = paperOf(wall, size)
  return {
    title: `${notice.orgName} ${notice.title}`,
    author: notice.orgName,
    paper,
    footer: `${notice.orgName} · 第 ${notice.edition} 版 · ${dateLabel(madeOn)}打印`,
    date: new Date(`${madeOn}T00:00:00+08:00`),
    blocks: [
      { kind: 'title', text: notice.title },
      { kind: 'paragraph', text: publishedLine(page), small: true },
      ...presented.blocks.flatMap(block => blocksOf(block, paper)),
      { kind: 'heading', level: 2, text: '谁审核、有异议找谁' },
      { kind: 'facts', rows: trustRows(wall) },
      { kind: 'list', items: objectionLines(page) },
      { kind: 'qr', address, mm: QR_MM, lines: ['扫码看手机上的这一条，最新的以手机上为准', codeLine(page)] },
    ],
  }
}
