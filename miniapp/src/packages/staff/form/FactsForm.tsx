import type { TemplateBlock } from '@shared/contract/catalogues/category'
import { TextField } from '../../../components/form/TextField'
import { faultAt } from '../draft/faults'
import type { DraftOf } from '../draft/types'
import { replaceAt } from './lists'
import type { PartProps } from './types'

interface Props extends PartProps<DraftOf<'facts'>> {
  elements: TemplateBlock['elements']
}

/** Shows one field per element 要素 of the catalogue item. */
export function FactsForm({ at, value, onChange, faults, elements }: Props) {
  return (
    <>
      {value.entries.map((entry, index) => {
        const field = `${at}.entries.${index}.value`
        return (
          <TextField
            key={field}
            id={field}
            label={entry.label}
            multiline
            required={elements.some(element => element.label === entry.label && element.required)}
            value={entry.value}
            fault={faultAt(faults, field)}
            onChange={typed =>
              onChange({ ...value, entries: replaceAt(value.entries, index, { ...entry, value: typed }) })
            }
          />
        )
      })}
    </>
  )
}
