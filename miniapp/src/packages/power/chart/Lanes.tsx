import type { LaneCell } from '@shared/presentation/flowChart'
import { Box } from '../../../elements/dom'

const WIDTH = 12
/**
 * Height in a row, in percent, at which lines leave it: below the point of arrival, so that they do not
 * overlap.
 */
const LEAVES_AT = 66
const ARRIVES_AT = 30

function Lane({ cell, at }: { cell: LaneCell; at: number }) {
  const joint = cell.leaves ? LEAVES_AT : cell.arrives ? ARRIVES_AT : 100
  const look = `${cell.back ? ' route__line--back' : ''}${cell.taken ? ' route__line--taken' : ''}`
  const reach = at * WIDTH + WIDTH / 2
  return (
    <Box className="route__lane">
      {cell.up && (
        <Box className={`route__line${look}`} style={{ top: 0, height: cell.down ? '100%' : `${joint}%` }} />
      )}
      {cell.down && !cell.up && (
        <Box className={`route__line${look}`} style={{ top: `${joint}%`, height: `${100 - joint}%` }} />
      )}
      {(cell.leaves || cell.arrives) && (
        <Box
          className={`route__joint${look}${cell.arrives ? ' route__joint--arrives' : ''}`}
          style={{ top: `${joint}%`, left: `${-at * WIDTH}px`, width: `${reach}px` }}
        />
      )}
    </Box>
  )
}

/** Draws the lines that pass or join a row. */
export function Lanes({ cells }: { cells: readonly (LaneCell | null)[] }) {
  return (
    <Box className="route__lanes">
      {cells.map((cell, at) =>
        cell ? <Lane key={at} cell={cell} at={at} /> : <Box key={at} className="route__lane" />,
      )}
    </Box>
  )
}
