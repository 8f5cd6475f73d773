import { Box, Txt } from '../../../../elements/dom'

const NAMES = ['要什么', '怎么给您', '您是谁'] as const
export type StepNumber = 1 | 2 | 3

/** The three steps of the form; where one is has the thick line. */
export const Steps = ({ at }: { at: StepNumber }) => (
  <Box className="stages" role="group" label={`第 ${at} 步，共 3 步`}>
    {NAMES.map((name, index) => {
      const look = index + 1 === at ? ' stages__one--now' : index + 1 < at ? ' stages__one--done' : ''
      return <Txt key={name} className={`stages__one${look}`}>{`${index + 1} ${name}`}</Txt>
    })}
  </Box>
)
