import { Box, Heading, Press, Txt } from '../../../elements/dom'
import { showField } from '../../../elements/platform'
import type { Fault } from '../draft/types'

/** Most faults listed here; all are shown next to their fields. */
const SHOWN = 30

/** Lists the faults above the form; pressing one scrolls to its field. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null
  return (
    <Box className="faults" live="assertive">
      <Heading level={2} className="heading">
        {`有 ${faults.length} 处要改`}
      </Heading>
      {faults.slice(0, SHOWN).map(({ field, message }) => (
        <Press
          key={`${field}${message}`}
          className="faults__row"
          label={message}
          onPress={() => showField(field)}
        >
          {`× ${message}`}
        </Press>
      ))}
      {faults.length > SHOWN && <Txt>{`还有 ${faults.length - SHOWN} 处，在各行里标明`}</Txt>}
    </Box>
  )
}
