import { Box, Txt } from '../elements/dom'

/** What stands against it, said aloud when it comes. */
export function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <Box live="assertive">
      {problems.map(problem => (
        <Txt key={problem} className="field__fault">{`× ${problem}`}</Txt>
      ))}
    </Box>
  )
}
