import { Box, Txt } from '../../elements/dom'

interface Props {
  /** Approximate number of lines of the page. */
  lines?: number
}

/** Shows placeholder lines while loading. */
export function Skeleton({ lines = 8 }: Props) {
  return (
    <Box className="skeleton" live="polite">
      <Txt className="unseen">正在打开</Txt>
      <Box decorative className="skeleton__line skeleton__line--title" />
      {Array.from({ length: lines }, (_, index) => (
        <Box
          key={index}
          decorative
          className={`skeleton__line${index % 3 === 2 ? ' skeleton__line--short' : ''}`}
        />
      ))}
    </Box>
  )
}
