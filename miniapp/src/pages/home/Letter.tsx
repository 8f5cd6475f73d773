import type { HomeLetter } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Figure } from '../../components/board/Figure'
import { StampLine } from '../../components/board/StampLine'
import { Box, Heading, Txt } from '../../elements/dom'
import { shortDate } from '../../format/date'
import { routes } from '../../routes'

const FLOW_WORDS = { income: '收进', expense: '花出' } as const

/** Shows the letter 明白信: this month's account in one figure, two sums and a few sentences. */
export function Letter({ letter }: { letter: HomeLetter }) {
  const { noticeId, heading, figure, flows, says, signed, entries } = letter
  return (
    <Box as="article" className="leaf letter" label={heading}>
      <Heading level={2} className="letter__head">
        {heading}
      </Heading>
      {figure && <Figure figure={figure} />}
      {flows.length > 0 && (
        <Box className="flows">
          {flows.map(({ direction, text, count, permille }) => (
            <Box key={direction} className="flow">
              <Txt className="flow__label">{`${FLOW_WORDS[direction]} ${count} 笔`}</Txt>
              <Txt className="flow__sum">{text}</Txt>
              <Box decorative className="flow__track">
                <Box className={`flow__bar flow__bar--${direction}`} style={{ width: `${permille / 10}%` }} />
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {says.map(({ text, noticeId: about }) => (
        <Link key={text} className="letter__says" label={text} url={routes.notice(about)} />
      ))}
      {signed && (
        <StampLine
          sealed
          who={`${signed.name} ${shortDate(signed.at)}审过`}
          rest={signed.role}
          url={routes.check(noticeId)}
        />
      )}
      <Link
        className="button button--plain button--wide"
        label={entries > 0 ? `看每一笔（${entries} 笔）` : '看全文'}
        url={routes.notice(noticeId)}
      />
    </Box>
  )
}
