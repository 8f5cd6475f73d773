import fc from 'fast-check'
import {
  emptyLine,
  emptyRecipient,
  toBlockDraft,
  toDraft,
} from '../../../miniapp/src/packages/staff/draft/toDraft'
import { toContent } from '../../../miniapp/src/packages/staff/draft/toContent'
import type { BlockDraft } from '../../../miniapp/src/packages/staff/draft/types'
import { presentForm } from '@server/disclosure/notices/presenters/form'
import { draftOf } from '@server/disclosure/notices/requirements/draftOf'
import { submitIssues } from '@server/disclosure/notices/requirements/submit'
import { frequencyOf, requireCategory } from '@server/domain/category'
import type { OrgRow } from '@server/people/orgs'
import type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
import { chinaDate, periodRange, recentPeriods } from '@shared/common/period'
import { NoticeContent } from '@shared/contract/disclosure/notice'
import { NoticeForm } from '@shared/contract/disclosure/noticeWorkflow'
import { presentItem, sentenceOf } from '@shared/presentation/presentItem'
import { sheetOf } from '../arbitraries/sheets'

const NOW = new Date('2026-11-20T02:00:00Z')
const FILE = { name: '原件.pdf', mime: 'application/pdf', bytes: 2_000, sha256: 'a'.repeat(64) }

/** The form of an item as the server sends it, without an earlier notice. */
export function formOf(org: OrgRow, issuer: OrgRow, item: CatalogueItemRow): NoticeForm {
  const category = requireCategory(item.category)
  const [, period, ...before] = recentPeriods(chinaDate(NOW), frequencyOf(item, category), 13)
  const ground = { period: period!, periods: [period!, ...before], taken: new Set<string>(), last: null }
  return NoticeForm.parse(presentForm({ org, item, issuer, category, ground }))
}

/** A block of the form with something true written into it. */
export function written(draft: BlockDraft, period: string): BlockDraft {
  switch (draft.type) {
    case 'text':
      return { ...draft, text: '按村民代表会议的决定办理。' }
    case 'facts':
      return { ...draft, entries: draft.entries.map(entry => ({ ...entry, value: '按规定办理' })) }
    case 'money': {
      const line = { ...emptyLine(), date: periodRange(period).start, direction: 'expense' as const }
      return {
        ...draft,
        openingFen: '100.00',
        lines: [{ ...line, item: '修水渠', amountFen: '40.00' }],
        closingFen: '60.00',
      }
    }
    case 'recipients':
      return {
        ...draft,
        rows: [{ ...emptyRecipient(), name: '张*', scheme: '补助', amountFen: '30.00' }],
        totalPersons: '1',
        totalFen: '30.00',
      }
    case 'sheet': {
      const filled = sheetOf(draft.sheet).filter(({ rows }) => rows.length > 0)
      const [block] = fc.sample(filled, { numRuns: 1, seed: 7 })
      return toBlockDraft({ ...block!, label: draft.label })!
    }
    case 'kept':
      return { type: 'kept', block: { ...draft.block, files: [FILE] } }
  }
}

/** Which blocks of the form a person writes into. */
export type Chosen = (template: NoticeForm['blocks'][number]) => boolean

/** Everything that keeps a notice, written on the phone into the chosen blocks, from the public. */
export function faultsOf(item: CatalogueItemRow, form: NoticeForm, chosen: Chosen | 'nothing'): string[] {
  const opened = toDraft(form.content, form.blocks)
  const draft =
    chosen === 'nothing'
      ? { ...opened, nothing: true, nothingNote: '这一期没有这件事。' }
      : {
          ...opened,
          blocks: opened.blocks.map(block => {
            const { type } = block.type === 'kept' ? block.block : block
            const sheet = block.type === 'sheet' ? block.sheet : undefined
            const template = form.blocks.find(one => one.type === type && one.sheet === sheet)
            return template && chosen(template) ? written(block, form.period) : block
          }),
        }
  const { content: sent, faults } = toContent(draft)
  if (faults.length > 0) return faults.map(({ field, message }) => `${field}: ${message}`)
  const content = NoticeContent.parse(sent)
  const issues = submitIssues(draftOf({ content, item, previous: null }, NOW))
  if (issues.length > 0) return issues.map(({ field, message }) => `${field}: ${message}`)
  const { blocks } = presentItem(item, content)
  return sentenceOf(blocks) === '' ? ['no summary'] : []
}
