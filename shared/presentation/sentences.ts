import type { ContentBlock, NoticeContent } from '../contract/disclosure/notice'
import type { PresentedBlock } from '../contract/disclosure/presentation'
import { yuan, yuanText } from '../common/money'
import { periodLabel } from '../common/period'
import { statementTotals } from '../content/statement'
import { type PublicContent, foldContent, hasNames } from './fold'
import { foldWords } from './foldWords'
import { EXCEPT_SMALL, SMALL_CELL, shownRecipients } from './recipients'
import { sheetSummary } from './sheets'
import { PRESENTATION, type Presentation } from './version'

type Summary = Extract<PresentedBlock, { kind: 'summary' }>
type BlockOf<T extends ContentBlock['type']> = Extract<ContentBlock, { type: T }>

const find = <T extends ContentBlock['type']>(content: NoticeContent, type: T) =>
  content.blocks.find((block): block is BlockOf<T> => block.type === type)

const summary = (text: string, figure: Summary['figure'] = null): Summary => ({
  kind: 'summary',
  id: 'summary',
  label: '一句话',
  text,
  figure,
})

function moneySentence(block: BlockOf<'money'>, period: string): Summary {
  const { incomeFen, expenseFen } = statementTotals(block)
  const text = `${periodLabel(period)}收入${yuanText(incomeFen)}，支出${yuanText(expenseFen)}，期末结余${yuanText(block.closingFen)}。`
  return summary(text, { label: '期末结余', text: yuan(block.closingFen), unit: '元' })
}

/**
 * True if folding leaves nothing to show because a sensitive group is too small. The summary sentence remains
 * public after folding, so it must not name it either.
 */
function isUntold(content: NoticeContent): boolean {
  const folded = find(foldContent(content), 'recipients')
  return folded !== undefined && shownRecipients(folded).rows.length === 0
}

/**
 * Names the schemes. The sentence outlasts the publicity period, so since version 2 it names only schemes that are still
 * shown on their own after folding.
 */
function schemesSaid(
  block: BlockOf<'recipients'>,
  content: NoticeContent,
  presentation: Presentation,
): string {
  const schemes = [...new Set(block.rows.map(row => row.scheme))]
  const folded = presentation === 1 ? block : find(foldContent(content), 'recipients')!
  const shown = schemes.filter(scheme => folded.rows.some(row => row.scheme === scheme))
  if (shown.length === 0) return `${schemes.length}个项目`
  const isWhole = shown.length === schemes.length && schemes.length <= 2
  return isWhole ? shown.join('、') : `${shown[0]}等${schemes.length}项`
}

function recipientSentence(
  block: BlockOf<'recipients'>,
  content: NoticeContent,
  presentation: Presentation,
): Summary {
  const { period } = content
  if (block.rows.length === 0) return summary(`${periodLabel(period)}没有发放。`)
  const { small, households, persons, fen } = shownRecipients(block)
  const what = schemesSaid(block, content, presentation)
  if (isUntold(content)) {
    return summary(`${periodLabel(period)}${what}，发放对象少于${SMALL_CELL}户，户数和金额不单独说。`)
  }
  const count = households === null ? `${persons}人` : `${households}户${persons}人`
  const text = `${periodLabel(period)}${what}，共${count}，合计${yuanText(fen)}${small.length > 0 ? EXCEPT_SMALL : ''}。`
  return summary(text, { label: '合计发放', text: yuan(fen), unit: '元' })
}

function firstSentence(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  const end = line.search(/[。！？]/)
  return end >= 0 ? line.slice(0, end + 1) : line.slice(0, 120)
}

/** Counts the elements, since version 2 also the files of a notice that has files alone. */
function countSentence(content: PublicContent, presentation: Presentation): Summary {
  const given = find(content, 'facts')?.entries.filter(entry => entry.value !== '').length ?? 0
  const files = (find(content, 'attachments')?.files.length ?? 0) + (content.withheld ?? 0)
  const what = presentation > 1 && given === 0 && files > 0 ? `${files}份文件` : `${given}项内容`
  return summary(`${periodLabel(content.period)}公开了${what}。`)
}

/**
 * Summarises a notice in one plain sentence 一句话 built from its data, with the key figure. Sources in order:
 * money statement, recipient table, registers and statements, text, number of elements given, number of files.
 */
export function summarise(content: PublicContent, presentation: Presentation = PRESENTATION): Summary {
  const nothing = find(content, 'nothing')
  if (nothing) return summary(`${periodLabel(content.period)}本期无发生。${nothing.note ?? ''}`)
  const money = find(content, 'money')
  if (money) return moneySentence(money, content.period)
  const recipients = find(content, 'recipients')
  if (recipients) return recipientSentence(recipients, content, presentation)
  const sheets = content.blocks.filter(block => block.type === 'sheet')
  if (sheets.length > 0) {
    const { text, figure } = sheetSummary(sheets, content.period)
    return summary(text, figure)
  }
  const text = find(content, 'text')
  if (text) {
    const said = firstSentence(text.text)
    return summary(presentation > 1 && hasNames(content) ? foldWords(said) : said)
  }
  return countSentence(content, presentation)
}
