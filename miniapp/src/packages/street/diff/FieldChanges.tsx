import type { AreaDiff } from '@shared/contract/catalogues/catalogueDraft'
import { Box, Txt } from '../../../elements/dom'

const shown = (text: string) => (text === '' ? '（空）' : text.replace(/\n/g, '；'))

/** Shows the fields of an item before and after. */
export function FieldChanges({ fields }: { fields: AreaDiff['changed'][number]['fields'] }) {
  return (
    <>
      {fields.map(({ label, before, after }) => (
        <Box key={label} className="change">
          <Txt className="change__label">{label}</Txt>
          <Txt className="change__side">{`原来：${shown(before)}`}</Txt>
          <Txt className="change__side">{`改为：${shown(after)}`}</Txt>
        </Box>
      ))}
    </>
  )
}
