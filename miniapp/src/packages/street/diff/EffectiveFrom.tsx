import { useState } from 'react'
import { Button } from '../../../components/controls/Button'
import { DateField } from '../../../components/form/DateField'
import { Box } from '../../../elements/dom'
import { dateLabel } from '@shared/common/period'

interface Props {
  from: string | null
  mayUpdate: boolean
  busy: boolean
  onSet: (from: string | null) => void
}

/** Sets the first day of the new version; without one, the day of activation. */
export function EffectiveFrom({ from, mayUpdate, busy, onSet }: Props) {
  const [day, setDay] = useState(from ?? '')
  const told = from === null ? '启用的那一天生效。' : `${dateLabel(from)}起生效。`
  if (!mayUpdate) return <Box as="p">{told}</Box>
  return (
    <>
      <DateField
        id="effective-from"
        label="从哪天起生效"
        help="文件里写了就照写；不写就是启用的那一天。"
        value={day}
        onChange={setDay}
      />
      {day !== (from ?? '') && (
        <Box className="buttons">
          <Button label="存生效日" disabled={busy} onPress={() => onSet(day || null)} />
        </Box>
      )}
    </>
  )
}
