import type { TemplateBlock } from '@shared/contract/catalogues/category'
import { flatMap } from '@shared/common/lists'
import { proposalOf } from '@shared/content/carriedFacts'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { Box } from '../../../elements/dom'
import { Proposal } from './Proposal'
import { TextField } from '../../../components/form/TextField'
import { faultAt } from '../draft/faults'
import type { DraftOf } from '../draft/types'
import { replaceAt } from './lists'
import type { PartProps } from './types'

interface Props extends PartProps<DraftOf<'facts'>> {
  elements: TemplateBlock['elements']
  last: NoticeContent | null
}

/** Returns last period's value of an element, if it may be proposed. */
function lastValue(last: NoticeContent | null, label: string): string | null {
  const entries = flatMap(last?.blocks ?? [], block => (block.type === 'facts' ? block.entries : []))
  const entry = entries.find(one => one.label === label)
  return entry ? proposalOf(entry) : null
}

/** Shows one field per element 要素 of the catalogue item. */
export function FactsForm({ at, value: block, onChange, faults, elements, last }: Props) {
  return (
    <>
      {block.entries.map((entry, index) => {
        const field = `${at}.entries.${index}.value`
        const change = (value: string) =>
          onChange(before => ({
            ...before,
            entries: replaceAt(before.entries, index, { ...before.entries[index]!, value }),
          }))
        return (
          <Box key={field}>
            <TextField
              id={field}
              label={entry.label}
              multiline
              required={elements.some(element => element.label === entry.label && element.required)}
              value={entry.value}
              fault={faultAt(faults, field)}
              onChange={change}
            />
            <Proposal
              said={lastValue(last, entry.label)}
              label={entry.label}
              open={entry.value.trim() === ''}
              onTake={change}
            />
          </Box>
        )
      })}
    </>
  )
}
