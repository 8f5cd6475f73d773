import { memo, useCallback } from 'react'
import type { TemplateBlock } from '@shared/contract/catalogues/category'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { Box, Heading } from '../../../elements/dom'
import { isFor } from '../draft/toDraft'
import type { BlockDraft, NoticeDraft } from '../draft/types'
import { FactsForm } from './FactsForm'
import { FilesForm } from './FilesForm'
import { replaceAt } from './lists'
import { MoneyForm } from './MoneyForm'
import { RecipientsForm } from './RecipientsForm'
import { SheetForm } from './SheetForm'
import { TextForm } from './TextForm'
import { TableFile } from './TableFile'
import { type Change, changeOf, type FieldsKnown, type PartProps, type TableAsk } from './types'

interface Props extends FieldsKnown {
  index: number
  value: BlockDraft
  change: Change<NoticeDraft>
  templates: readonly TemplateBlock[]
  orgCode: string
  tables: TableAsk
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
      <Part {...rest} at={at} onChange={onChange} template={template} />
    </Box>
  )
})

interface FormOfProps extends PartProps<BlockDraft> {
  template: TemplateBlock | undefined
  orgCode: string
  last: NoticeContent | null
}

function Part({ value, onChange, template, last, ...rest }: FormOfProps) {
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
      return <MoneyForm {...rest} value={value} onChange={changeOf(value, onChange)} />
    case 'recipients':
      return <RecipientsForm {...rest} value={value} onChange={changeOf(value, onChange)} />
    case 'sheet':
      return <SheetForm {...rest} value={value} onChange={changeOf(value, onChange)} />
    case 'kept':
      return <FilesForm {...rest} value={value} onChange={changeOf(value, onChange)} />
  }
}
