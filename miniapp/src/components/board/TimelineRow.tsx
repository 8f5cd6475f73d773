import { Box, Txt } from '../../elements/dom'

interface Props {
  /** Done 办完, now 现在, stopped 停, paused: a clock that stops 停表, todo: to come. */
  look: 'done' | 'now' | 'stopped' | 'paused' | 'todo'
  name: string
  /** At the right: the day. */
  aside?: string | null
  notes?: readonly (string | null | undefined)[]
}

/** One step on the line of a matter or of a notice: who did what on which day. */
export const TimelineRow = ({ look, name, aside, notes = [] }: Props) => (
  <Box as="li" className={`way__step way__step--${look}`}>
    <Box className="way__head">
      <Txt className="way__name">{name}</Txt>
      {aside && <Txt className="way__aside">{aside}</Txt>}
    </Box>
    {notes.map(
      note =>
        note && (
          <Txt key={note} className="way__note">
            {note}
          </Txt>
        ),
    )}
  </Box>
)
