import { templatesOf } from '@server/domain/category'
import { isOfTemplate } from '@shared/content/template'
import { yuan } from '@shared/common/money'
import { isEvent } from '@shared/common/period'
import { isUnchanged } from '@shared/content/changes'
import { sheetOpeningIssues } from '@shared/content/sheet'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { Issue } from '@shared/contract/common'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import { draftIssues } from './draft'
import { BLOCKS, type BlockOf, type Checker, blocksOf } from './draftOf'

/** Whether the block has any content. */
function isFilled(block: ContentBlock): boolean {
  switch (block.type) {
    case 'facts':
      return block.entries.some(entry => entry.value !== '')
    case 'recipients':
    case 'sheet':
      return block.rows.length > 0
    case 'attachments':
      return block.files.length > 0
    default:
      return true
  }
}

const saysNothing = (content: NoticeContent) => content.blocks.some(block => block.type === 'nothing')

const missingElements = (template: TemplateBlock, content: NoticeContent): Issue[] => {
  const values = new Map(
    blocksOf(content, 'facts').flatMap(({ block }) => block.entries.map(entry => [entry.label, entry.value])),
  )
  return template.elements
    .filter(element => element.required && !values.get(element.label))
    .map(({ label }) => ({
      code: 'element-missing',
      field: BLOCKS,
      message: REQUIREMENT_TEXTS['element-missing'](label),
    }))
}

/**
 * Whether the content needs a required block. 收支明细 is a statement of a period; a single event, e.g. a vote on
 * works, needs only its facts.
 */
const isOwed = ({ type, required }: TemplateBlock, content: NoticeContent): boolean =>
  required &&
  !(
    type === 'money' &&
    isEvent(content.period) &&
    content.blocks.some(block => block.type === 'facts' && isFilled(block))
  )

/**
 * Returns an issue for each missing block or element that the category's template requires, unless nothing happened in
 * the period.
 */
const templateIssues: Checker = ({ content, category, item }) => {
  if (saysNothing(content)) return []
  const templates = templatesOf(item, category)
  const isGiven = (wanted: TemplateBlock) =>
    content.blocks.some(block => isOfTemplate(wanted, block) && isFilled(block))
  return templates.flatMap((template): Issue[] => {
    const enough = template.oneOf
      ? templates.filter(({ label }) => template.oneOf!.includes(label))
      : [template]
    if (isOwed(template, content) && !enough.some(isGiven)) {
      const message = REQUIREMENT_TEXTS['block-missing'](enough.map(({ label }) => label))
      return template === enough[0] ? [{ code: 'block-missing', field: BLOCKS, message }] : []
    }
    return template.type === 'facts' ? missingElements(template, content) : []
  })
}

/** Refuses "本期无发生" together with entries. */
const contradictionIssues: Checker = ({ content }) => {
  const filled = content.blocks.some(
    block =>
      (block.type === 'money' && block.lines.length > 0) ||
      ((block.type === 'recipients' || block.type === 'sheet') && isFilled(block)),
  )
  return saysNothing(content) && filled
    ? [
        {
          code: 'nothing-contradicted',
          field: BLOCKS,
          message: REQUIREMENT_TEXTS['nothing-contradicted'](),
        },
      ]
    : []
}

/** Returns the statement of the last period that this one continues: the same label, else the only one. */
function statementBefore(previous: NoticeContent, label: string): BlockOf<'money'> | null {
  const all = blocksOf(previous, 'money').map(({ block }) => block)
  return all.find(block => block.label === label) ?? (all.length === 1 ? all[0]! : null)
}

/** Checks that each opening balance equals the closing balance of the period before 账要接得上. */
const openingIssues: Checker = ({ content, previous }) => {
  if (!previous) return []
  return blocksOf(content, 'money').flatMap(({ block, index }): Issue[] => {
    const before = statementBefore(previous, block.label)
    if (!before || before.closingFen === block.openingFen) return []
    return [
      {
        code: 'opening-mismatch',
        field: `${BLOCKS}.${index}.openingFen`,
        message: REQUIREMENT_TEXTS['opening-mismatch'](
          block.label,
          yuan(before.closingFen),
          yuan(block.openingFen),
        ),
      },
    ]
  })
}

/** Checks each register against the one of the last period that it continues. */
const sheetIssuesAgainst: Checker = ({ content, previous }) => {
  if (!previous) return []
  const before = blocksOf(previous, 'sheet').map(({ block }) => block)
  return blocksOf(content, 'sheet').flatMap(({ block, index }) => {
    const past = before.find(({ sheet }) => sheet === block.sheet)
    const at = `${BLOCKS}.${index}`
    return past ? sheetOpeningIssues(block, { block: past, period: previous.period }, content.period, at) : []
  })
}

/** Refuses a correction that says what the edition before says already. */
const unchangedIssues: Checker = ({ content, corrected }) => {
  if (!corrected || !isUnchanged(corrected.content, content)) return []
  const message = REQUIREMENT_TEXTS['correction-unchanged'](corrected.edition)
  return [{ code: 'correction-unchanged', field: 'content', message }]
}

/** Returns the issues that prevent submission for sign-off, and publication: they are checked again before it. */
export const submitIssues: Checker = draft => [
  ...draftIssues(draft),
  ...templateIssues(draft),
  ...contradictionIssues(draft),
  ...openingIssues(draft),
  ...sheetIssuesAgainst(draft),
  ...unchangedIssues(draft),
]
