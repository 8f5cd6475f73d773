import { Box, Heading, Press, Txt } from '../../../elements/dom'
import { placedSentence } from '../draft/faultPlace'
import type { Fault, NoticeDraft } from '../draft/types'

/** Most faults listed here; all are shown next to their fields. */
const SHOWN = 30

interface Props {
  faults: readonly Fault[]
  draft: NoticeDraft
  /** Shows a field, with the page of its row. */
  onSeek: (field: string) => void
}

/** Lists the faults with their rows at the save button; pressing one scrolls to its field. */
export function FaultList({ faults, draft, onSeek }: Props) {
  if (faults.length === 0) return null
  return (
    <Box className="faults" live="assertive">
      <Heading level={2} className="heading">
        {`有 ${faults.length} 处要改`}
      </Heading>
      {faults.slice(0, SHOWN).map(fault => {
        const sentence = placedSentence(fault, draft)
        return (
          <Press
            key={`${fault.field}${sentence}`}
            className="faults__row"
            label={sentence}
            onPress={() => onSeek(fault.field)}
          >
            {`× ${sentence}`}
          </Press>
        )
      })}
      {faults.length > SHOWN && <Txt>{`还有 ${faults.length - SHOWN} 处，在各行里标明`}</Txt>}
    </Box>
  )
}
