import { Box, Txt } from '../../elements/dom'
import type { Outcome, Step } from './examine'

const MARKS: Record<Outcome, { mark: string; look: string; said: string }> = {
  ok: { mark: '✓', look: 'state state--ok', said: '通过' },
  bad: { mark: '×', look: 'state state--late', said: '不对' },
  open: { mark: '○', look: 'state', said: '没得比' },
}

/** Lists the checks in order, by sign and word, never by colour alone. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <Box as="ul" label={label}>
      {steps.map(({ outcome, title, words }) => {
        const { mark, look, said } = MARKS[outcome]
        return (
          <Box key={title} as="li" className="entry">
            <Box>
              <Txt className={look}>{`${mark} ${said}：`}</Txt>
              <Txt strong>{title}</Txt>
            </Box>
            <Box as="p" className="note">
              {words}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
