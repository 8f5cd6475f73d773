import { useState } from 'react'
import {
  REQUISITION_DETAILS,
  REQUISITION_PAPERS,
  type RequisitionDetail,
  requisitionItem,
} from '@shared/facts/participation/requisition'
import { CheckField } from '../../components/form/CheckField'
import { TextField } from '../../components/form/TextField'
import { Button } from '../../components/controls/Button'
import { Fold } from '../../components/page/Fold'
import { Box } from '../../elements/dom'

const LISTS = [
  { of: 'land', label: '征地的' },
  { of: 'house', label: '房屋征收的' },
] as const

interface Props {
  onAdd: (items: string[]) => void
}

/** Tick list 征地、房屋征收: papers are ticked, what narrows them down is written once and goes into each of them. */
export function Ticks({ onAdd }: Props) {
  const [codes, setCodes] = useState<string[]>([])
  const [details, setDetails] = useState<Partial<Record<RequisitionDetail, string>>>({})
  const ticked = REQUISITION_PAPERS.filter(({ code }) => codes.includes(code))
  const add = () => {
    onAdd(ticked.map(paper => requisitionItem(paper, details)))
    setCodes([])
  }
  return (
    <Fold label="征地、房屋征收：点选常要的" note="一项一项点，哪个项目、哪个村写一遍就行">
      {LISTS.map(({ of, label }) => (
        <CheckField
          key={of}
          id={`ticks-${of}`}
          label={label}
          options={REQUISITION_PAPERS.filter(paper => paper.of === of).map(({ code, label: name }) => ({
            value: code,
            label: name,
          }))}
          values={codes}
          onChange={setCodes}
        />
      ))}
      {REQUISITION_DETAILS.map(({ code, label, example }) => (
        <TextField
          key={code}
          id={`ticks-${code}`}
          label={label}
          help={example}
          maxLength={60}
          value={details[code] ?? ''}
          onChange={value => setDetails({ ...details, [code]: value })}
        />
      ))}
      <Box className="buttons">
        <Button
          look="plain"
          label={ticked.length === 0 ? '先点选要的' : `把点选的 ${ticked.length} 件写上`}
          disabled={ticked.length === 0}
          onPress={add}
        />
      </Box>
    </Fold>
  )
}
