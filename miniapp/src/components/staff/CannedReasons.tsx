import type { CannedUse } from '@shared/facts/participation/cannedReasons'
import type { CannedReasons as Canned } from '@shared/contract/participation/objection'
import { api } from '../../api/client'
import { Box, Press, Txt } from '../../elements/dom'
import { useResource } from '../../hooks/useResource'

interface Props {
  use: CannedUse
  onPick: (words: string) => void
}

/** Shows common sentences 常用语 to start from. */
export function CannedReasons({ use, onPick }: Props) {
  const canned = useResource<Canned>('canned-reasons', () => api('GET /canned-reasons'))
  const reasons = canned.data?.uses.find(one => one.use === use)?.reasons ?? []
  if (reasons.length === 0) return null
  return (
    <>
      <Txt className="field__help">常用语，点一句填上再改：</Txt>
      <Box role="group" label="常用语" className="steps">
        {reasons.map(words => (
          <Press key={words} className="step" label={`用这句：${words}`} onPress={() => onPick(words)}>
            {words}
          </Press>
        ))}
      </Box>
    </>
  )
}
