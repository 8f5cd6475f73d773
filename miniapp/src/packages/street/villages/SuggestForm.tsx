import { useState } from 'react'
import { flatMap } from '@shared/common/lists'
import type { OrgRef } from '@shared/contract/people/org'
import type { CataloguePage } from '@shared/contract/reading/site'
import { api } from '../../../api/client'
import { Toast } from '../../../components/controls/Toast'
import { ReasonForm } from '../../../components/form/ReasonForm'
import { SelectField } from '../../../components/form/SelectField'
import { Box, Txt } from '../../../elements/dom'
import { useResource } from '../../../hooks/useResource'
import type { Suggest } from './useSuggest'

interface Props {
  /** The street whose items can be named. */
  issuer: string
  picked: readonly OrgRef[]
  suggest: Suggest
  onSent: () => void
}

/** Items of the street that villages disclose too. */
const itemsOf = ({ areas }: CataloguePage) =>
  flatMap(areas, ({ items }) => items.filter(({ forVillages }) => forVillages)).map(({ key, path }) => ({
    value: key,
    label: path.join(' › '),
  }))

/** Suggests the same to the chosen villages 一起提建议, with the item that it is about; what was sent can be undone. */
export function SuggestForm({ issuer, picked, suggest, onSent }: Props) {
  const [key, setKey] = useState('')
  const catalogue = useResource<CataloguePage>(`catalogue:${issuer}`, () =>
    api('GET /orgs/:code/catalogue', { params: { code: issuer } }),
  )
  const items = catalogue.data ? itemsOf(catalogue.data) : []
  const send = (text: string) => {
    suggest.send(picked, { text, key: key || null })
    onSent()
  }
  const { later, report } = suggest
  return (
    <>
      {picked.length > 0 && (
        <Box className="section" role="group" label="选上的村一起提建议">
          <SelectField
            id="suggest-item"
            label="建议采用哪个事项"
            value={key}
            options={[{ value: '', label: '不指定事项' }, ...items]}
            onChange={setKey}
          />
          <ReasonForm
            id="suggest-text"
            label="建议怎么说"
            help="选上的每个村都会看到；采不采用由村里定。"
            done={`给 ${picked.length} 个村提建议`}
            busy={false}
            onDone={send}
          />
        </Box>
      )}
      <Box live="polite">
        {later.waiting && <Toast text={`${later.waiting.label}，5 秒后发出`} onUndo={later.undo} />}
        {report && (
          <Box className="notice">
            <Txt>{`${report.faults.length === 0 ? '✓' : '!'} ${report.done}`}</Txt>
            {report.faults.map(fault => (
              <Txt key={fault} className="field__fault">{`× ${fault}`}</Txt>
            ))}
          </Box>
        )}
      </Box>
    </>
  )
}
