import { assignElements, templatesOf } from '@server/domain/category'
import { isCarried } from '@shared/content/carriedFacts'
import { isOfTemplate } from '@shared/content/template'
import { periodLabel } from '@shared/common/period'
import { carriedSheet } from '@shared/content/sheet'
import type { Category, TemplateBlock } from '@shared/contract/catalogues/category'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticeForm } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticeFormData } from '../queries/form'
import { presentItemRef, type CatalogueItemRow } from '@server/catalogues/catalogue'
import type { OrgRow } from '@server/people/orgs'

const LABEL_CHARS = 200

/** A block of the form with its label; the catalogue's wording where an element asks for this block. */
interface LabelledBlock {
  template: TemplateBlock
  label: string
}

interface Layout {
  blocks: LabelledBlock[]
  /** Elements answered as facts: first the catalogue's in its order, then the category's. */
  facts: string[]
}

/** Assigns the item's elements to the blocks of its category's template. */
function layoutOf(item: CatalogueItemRow, category: Category): Layout {
  const elements = item.elements.map(element => element.slice(0, LABEL_CHARS))
  const templates = templatesOf(item, category)
  const { labels, facts } = assignElements(elements, templates)
  const own = templates.flatMap(block => block.elements.map(element => element.label))
  return {
    blocks: templates.map((template, at) => ({ template, label: labels[at]! })),
    facts: [...new Set([...facts, ...own])],
  }
}

/** Returns the block of the last notice with the same label, else the first of its type. */
function lastOf<T extends ContentBlock['type']>(last: NoticeContent | null, type: T, label: string) {
  const same =
    last?.blocks.filter((block): block is Extract<ContentBlock, { type: T }> => block.type === type) ?? []
  return same.find(block => 'label' in block && block.label === label) ?? same[0]
}

/** Carries facts over, but neither an attestation nor what speaks of its own period. */
function factsBlock(label: string, facts: string[], last: NoticeContent | null): ContentBlock {
  const entries = last?.blocks.flatMap(block => (block.type === 'facts' ? block.entries : [])) ?? []
  const carried = entries.filter(entry => last && isCarried(entry, last.period))
  const known = new Map(carried.map(entry => [entry.label, entry.value]))
  return { type: 'facts', label, entries: facts.map(name => ({ label: name, value: known.get(name) ?? '' })) }
}

function moneyBlock(label: string, last: NoticeContent | null): ContentBlock {
  const balance = lastOf(last, 'money', label)?.closingFen ?? 0
  return { type: 'money', label, openingFen: balance, lines: [], closingFen: balance }
}

function recipientsBlock(label: string, last: NoticeContent | null): ContentBlock {
  const copied = lastOf(last, 'recipients', label)
  return copied ? { ...copied, label } : { type: 'recipients', label, rows: [], totalPersons: 0, totalFen: 0 }
}

function sheetBlock(
  { template, label }: LabelledBlock,
  last: NoticeContent | null,
  period: string,
): ContentBlock {
  const before = last?.blocks.find(block => isOfTemplate(template, block))
  if (last && before?.type === 'sheet') return { ...carriedSheet({ block: before, period: last.period }, period), label } // prettier-ignore
  return { type: 'sheet', sheet: template.sheet!, label, rows: [] }
}

/** Whether the block is only offered: it comes into the content when something is written into it. */
const isLeftOut = ({ type, only }: TemplateBlock, last: NoticeContent | null): boolean =>
  (type === 'money' || type === 'recipients') &&
  only !== undefined &&
  !last?.blocks.some(block => block.type === type)

/**
 * Returns the initial block, copied from the last notice; of a statement only the balance is carried forward, a text is
 * only proposed by the form.
 */
function startOf(
  block: LabelledBlock,
  facts: string[],
  last: NoticeContent | null,
  period: string,
): ContentBlock[] {
  const { template, label } = block
  if (isLeftOut(template, last)) return []
  switch (template.type) {
    case 'facts':
      return [factsBlock(label, facts, last)]
    case 'money':
      return [moneyBlock(label, last)]
    case 'recipients':
      return [recipientsBlock(label, last)]
    case 'sheet':
      return [sheetBlock(block, last, period)]
    case 'text':
      return []
    case 'attachments':
      return [{ type: 'attachments', label, files: [] }]
  }
}

interface FormInput {
  org: OrgRow
  item: CatalogueItemRow
  issuer: OrgRow
  category: Category
  ground: NoticeFormData
}

/** Staff: the form of an item, built from its elements and its category's template. */
export function presentForm({ org, item, issuer, category, ground }: FormInput): NoticeForm {
  const layout = layoutOf(item, category)
  const { period, periods, taken, last } = ground
  return {
    item: presentItemRef(item, issuer.name),
    orgCode: org._id,
    category: category.code,
    period,
    periods: periods.map(key => ({ key, label: periodLabel(key), taken: taken.has(key) })),
    blocks: layout.blocks.map(({ template, label }) => ({
      ...template,
      label,
      ...(template.type === 'facts' && { elements: elementsOf(template, layout.facts) }),
    })),
    content: {
      title: `${periodLabel(period)}${item.path.at(-1)}`.slice(0, LABEL_CHARS),
      period,
      blocks: layout.blocks.flatMap(block => startOf(block, layout.facts, last?.content ?? null, period)),
    },
    last: last && { period: last.period, label: periodLabel(last.period), content: last.content },
  }
}

/** Returns the fields of the facts block; fields required by the category stay required. */
function elementsOf(template: TemplateBlock, facts: string[]): TemplateBlock['elements'] {
  const required = new Set(
    template.elements.filter(element => element.required).map(element => element.label),
  )
  return facts.map(label => ({ label, required: required.has(label) }))
}
