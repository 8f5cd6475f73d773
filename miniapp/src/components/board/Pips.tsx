import { Box, Txt } from '../../elements/dom'

/** Most boxes: a longer way is drawn with its beginning alone. */
const MOST = 16

/** Shows the steps of a matter, one box each, the current one taller; the words next to it say the same. */
export const Pips = ({ step, steps }: { step: number; steps: number }) => (
  <Box decorative className="pips">
    {Array.from({ length: Math.min(steps, MOST) }, (_, at) => (
      <Txt
        key={at}
        className={`pips__one${at + 1 < step ? ' pips__one--done' : at + 1 === step ? ' pips__one--here' : ''}`}
      />
    ))}
  </Box>
)
