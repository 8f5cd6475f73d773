import { Box, Txt } from '../../../../elements/dom'

interface Props {
  look: 'done' | 'now' | 'stopped'
  name: string
  aside?: string
  notes?: readonly string[]
}

/** Shows one step on the line of a matter: done 办完, now 现在, stopped 停. */
export const TimelineRow = ({ look, name, aside, notes = [] }: Props) => (
  <Box className={`way__step way__step--${look}`}>
    <Box className="way__head">
      <Txt className="way__name">{name}</Txt>
      {aside && <Txt className="way__aside">{aside}</Txt>}
    </Box>
    {notes.map(note => (
      <Txt key={note} className="way__note">
        {note}
      </Txt>
    ))}
  </Box>
)
