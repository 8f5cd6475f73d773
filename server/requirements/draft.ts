import { scanNoticeContent } from '@shared/domain/privacy'
import { periodLabel, periodRange } from '@shared/domain/period'
import { agreementIssues } from '@shared/domain/statement'
import { fieldName, rowOf } from '@shared/i18n/errors'
import { REQUIREMENT_TEXTS } from '@shared/i18n/requirements'
import type { Issue } from '@shared/schemas/common'
import type { Checker } from './types'

const RECIPIENT_NAME = /rows\.\d+\.name$/

const pathOf = (field: string): (string | number)[] =>
  field.split('.').map(part => (/^\d+$/.test(part) ? Number(part) : part))

/** Personal data that may never be kept. A recipient's full name counts: the table says 姓 and `*`. */
const privacyIssues: Checker = ({ content, today }) =>
  scanNoticeContent(content, { today })
    .filter(({ severity, field }) => severity === 'block' || RECIPIENT_NAME.test(field))
    .map(({ code, field, message }): Issue => {
      const path = pathOf(field)
      const row = rowOf(path)
      return {
        code,
        field: `content.${field}`,
        ...(row !== undefined && { row }),
        message: `${fieldName(path)}：${RECIPIENT_NAME.test(field) ? '姓名只写姓，后面用 * 代替' : message}。`,
      }
    })

const categoryIssues: Checker = ({ category }) =>
  category
    ? []
    : [
        {
          code: 'item-without-category',
          field: 'itemId',
          message: REQUIREMENT_TEXTS['item-without-category'](),
        },
      ]

const periodIssues: Checker = ({ content: { period }, today }) =>
  periodRange(period).start > today
    ? [
        {
          code: 'period-not-begun',
          field: 'content.period',
          message: REQUIREMENT_TEXTS['period-not-begun'](periodLabel(period)),
        },
      ]
    : []

/** What stands against keeping a draft at all: sums that do not agree, dates out of place, personal data. */
export const draftIssues: Checker = draft => [
  ...categoryIssues(draft),
  ...periodIssues(draft),
  ...agreementIssues(draft.content.blocks, draft.content.period),
  ...privacyIssues(draft),
]
