import type { ObligationMatrix } from '@shared/contract/disclosure/matrix'
import { Box, Txt } from '../../../elements/dom'

/** Explains the signs. */
export function Legend({ matrix }: { matrix: ObligationMatrix }) {
  return (
    <Box className="signs small">
      {matrix.codes
        .filter(({ state }) => state)
        .map(({ code, sign, label }) => (
          <Txt key={code}>{`${sign} ${label}`}</Txt>
        ))}
    </Box>
  )
}
