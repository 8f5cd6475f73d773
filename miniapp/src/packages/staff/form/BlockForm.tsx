import { memo, useCallback } from 'react'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { Box, Heading } from '../../../elements/dom'
import { isFor } from '../draft/toDraft'
import type { TableDraft } from '../draft/fromTable'
import type { BlockDraft, NoticeDraft } from '../draft/types'
import { FactsForm } from './FactsForm'
import { FilesForm } from './FilesForm'
import { replaceAt } from './lists'
import { MoneyForm } from './MoneyForm'
import { RecipientsForm } from './RecipientsForm'
import { SheetForm } from './SheetForm'
import { TextForm } from './TextForm'
import { TableFile } from './TableFile'
import { useGridRoom } from '../grid/useGridRoom'
import type { TableAsk } from '../grid/types'
import { type Change, changeOf, type FieldsKnown, type PartProps } from './types'

interface Props extends FieldsKnown {
  index: number
  value: BlockDraft
  change: Change<NoticeDraft>
  templates: readonly TemplateBlock[]
  orgCode: string
  tables: TableAsk
  /** Period of the notice. */
  period: string
  /** Last period's publication, whose words are proposed; null for the first notice of an item. */
  last: NoticeContent | null
}

const labelOf = (value: BlockDraft) => (value.type === 'kept' ? value.block.label : value.label)

/** Describes a requirement: 必填, or the blocks of which one is enough. */
function owedWords(template: TemplateBlock | undefined): string {
  if (!template?.required) return ''
  const others = template.oneOf?.filter(label => label !== template.label)
  return others?.length ? `（和“${others.join('”“')}”至少填一样）` : '（必填）'
}

/** Shows one block of the form, with the template's help text. */
export const BlockForm = memo(function BlockForm({ index, change, templates, tables, ...rest }: Props) {
  const { value } = rest
  const at = `blocks.${index}`
  const template = templates.find(block => isFor(block, value))
  const onChange = useCallback<Change<BlockDraft>>(
    next =>
      change(draft => ({ ...draft, blocks: replaceAt(draft.blocks, index, next(draft.blocks[index]!)) })),
    [change, index],
  )
  return (
    <Box as="section" className="section">
      <Box className="section__head">
        <Heading level={2} className="heading">
          {`${labelOf(value)}${owedWords(template)}`}
        </Heading>
      </Box>
      {template && (
        <Box as="p" className="lead">
          {template.help}
        </Box>
      )}
      {(value.type === 'money' || value.type === 'recipients' || value.type === 'sheet') && (
        <TableFile at={at} value={value} onChange={onChange} ask={tables} />
      )}
      <Part {...rest} tables={tables} at={at} onChange={onChange} template={template} />
    </Box>
  )
})

interface FormOfProps extends PartProps<BlockDraft> {
  template: TemplateBlock | undefined
  orgCode: string
  tables: TableAsk
  period: string
  last: NoticeContent | null
}

function Part({ value, onChange, template, last, tables, period, ...rest }: FormOfProps) {
  const { at, orgCode, faults } = rest
  const inGrid = useGridRoom()
  const put = (block: TableDraft) => onChange(() => block)
  const grid = (table: TableDraft) =>
    inGrid ? { at, value: table, onChange: put, faults, period, last, orgCode, ask: tables } : null
  switch (value.type) {
    case 'text':
      return <TextForm {...rest} value={value} onChange={changeOf(value, onChange)} last={last} />
    case 'facts':
      return (
        <FactsForm
          {...rest}
          value={value}
          onChange={changeOf(value, onChange)}
          elements={template?.elements ?? []}
          last={last}
        />
      )
    case 'money':
      return <MoneyForm {...rest} value={value} onChange={changeOf(value, onChange)} grid={grid(value)} />
    case 'recipients':
      return (
        <RecipientsForm {...rest} value={value} onChange={changeOf(value, onChange)} grid={grid(value)} />
      )
    case 'sheet':
      return <SheetForm {...rest} value={value} onChange={changeOf(value, onChange)} grid={grid(value)} />
    case 'kept':
      return <FilesForm {...rest} value={value} onChange={changeOf(value, onChange)} />
  }
}
