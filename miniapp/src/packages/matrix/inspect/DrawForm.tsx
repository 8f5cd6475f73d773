import { useState } from 'react'
import type { Inspection } from '@shared/contract/disclosure/matrix'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { SelectField } from '../../../components/form/SelectField'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'

interface Props {
  org: string
  year: number
  onDrawn: (inspection: Inspection) => void
}

const SIZES = ['5', '10', '20', '50', '100'].map(value => ({ value, label: `${value} 格` }))
const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1}月`,
}))

/** Draws cells at random; the same seed repeats the draw. */
export function DrawForm({ org, year, onDrawn }: Props) {
  const [size, setSize] = useState('20')
  const [from, setFrom] = useState('1')
  const [to, setTo] = useState('12')
  const [seed, setSeed] = useState('')
  const write = useAction()
  const draw = () =>
    void write.run(async key => {
      const asked = { year, fromMonth: Number(from), toMonth: Number(to), size: Number(size) }
      onDrawn(
        await api(
          'POST /orgs/:code/inspections',
          { params: { code: org }, body: { ...asked, seed: seed.trim() || undefined } },
          key,
        ),
      )
    })
  return (
    <Box>
      <Box className="look">
        <SelectField id="draw-size" label="抽多少" value={size} options={SIZES} onChange={setSize} />
        <SelectField id="draw-from" label="从几月" value={from} options={MONTHS} onChange={setFrom} />
        <SelectField id="draw-to" label="到几月" value={to} options={MONTHS} onChange={setTo} />
      </Box>
      <TextField
        id="draw-seed"
        label="抽签用的字（可以不写）"
        help="例如开会日期加当天的彩票号码；用同样的字，谁来抽都是同样的结果。"
        maxLength={60}
        value={seed}
        onChange={setSeed}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label="开始抽查" disabled={write.busy || Number(from) > Number(to)} onPress={draw} />
      </Box>
    </Box>
  )
}
