import { Box, Txt } from '../elements/dom'

interface Props {
  /** How many lines the coming page has, about. */
  lines?: number
}

/** Keeps the place of what is coming. */
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
