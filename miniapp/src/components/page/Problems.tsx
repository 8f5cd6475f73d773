import { Box, Txt } from '../../elements/dom'

/** Shows problems and announces them to screen readers. */
export function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <Box live="assertive">
      {problems.map(problem => (
        <Txt key={problem} className="field__fault">{`× ${problem}`}</Txt>
      ))}
    </Box>
  )
}
