import type { Answer as AnswerOf, AnswerBar } from '@shared/contract/reading/answer'
import { Figure } from '../../components/board/Figure'
import { Link } from '../../components/controls/Link'
import { Box, Heading, Txt } from '../../elements/dom'
import { withoutYear } from '../../format/date'
import { routes } from '../../routes'

/** Shows the answer to a question: one figure, a sentence, the year's sums, and the notice that says so. */
export function Answer({ answer: { title, figure, says, bars, source } }: { answer: AnswerOf }) {
  const head = withoutYear(title)
  const from = `出自“${withoutYear(source.title)}”`
  const rest = source.signed ? `${from}，${source.signed}审过` : from
  const entry = source.entry ?? (bars.length > 0 ? '看这一期的每一笔' : '看这份公示')
  return (
    <Box as="article" className="leaf answer" label={head}>
      <Heading level={2} className="letter__head">
        {head}
      </Heading>
      {figure && <Figure figure={figure} />}
      <Box as="p" className={figure ? 'answer__says' : ''}>
        {says}
      </Box>
      {bars.length > 1 && <Spark bars={bars} />}
      <Link className="answer__source" label={`${entry}，${rest}`} url={routes.notice(source.noticeId)}>
        <Txt className="board-row__main">
          <Txt className="board-row__title">{entry}</Txt>
          <Txt className="board-row__text">{rest}</Txt>
        </Txt>
        <Txt decorative className="ic ic--next ic--small" />
      </Link>
    </Box>
  )
}

/** Draws the sums of the year side by side; the asked one is solid. */
const Spark = ({ bars }: { bars: readonly AnswerBar[] }) => (
  <Box className="spark" role="img" label={`这一年各期：${bars.map(({ text }) => text).join('，')}`}>
    {bars.map(({ label, permille, shown }) => (
      <Box key={label} decorative className="spark__column">
        <Box className="spark__room">
          <Box
            className={`spark__bar${shown ? ' spark__bar--on' : ''}`}
            style={{ height: `${permille / 10}%` }}
          />
        </Box>
        <Txt className={`spark__name${shown ? ' spark__name--on' : ''}`}>{label}</Txt>
      </Box>
    ))}
  </Box>
)
