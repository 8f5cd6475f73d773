import type { Answer as AnswerOf, AnswerBar } from '@shared/contract/reading/answer'
import { Figure } from '../../components/board/Figure'
import { Link } from '../../components/controls/Link'
import { Box, Heading, Txt } from '../../elements/dom'
import { withoutYear } from '../../format/date'
import { routes } from '../../routes'

type Source = AnswerOf['source']

/** Where a thing is read; null: its words are all that there is. */
export function placeOf({ kind, id }: Pick<Source, 'kind' | 'id'>, org: string): string | null {
  if (kind === 'notice') return routes.notice(id)
  if (kind === 'power') return routes.power(org, id)
  return kind === 'case' ? routes.caseOf(id) : null
}

const READ: Readonly<Record<Source['kind'], string>> = {
  notice: '看这份公示',
  power: '看怎么办、要带什么',
  case: '看办到哪一步',
  term: '名词解释',
  office: '村里的人',
}

interface AnswerProps {
  answer: AnswerOf
  org: string
}

/** Shows the answer to a question: one figure, a sentence, the year's sums, and where it is from. */
export function Answer({ answer: { title, figure, says, bars, period, source }, org }: AnswerProps) {
  const head = withoutYear(title)
  return (
    <Box as="article" className="leaf answer" label={head}>
      <Heading level={2} className="letter__head">
        {head}
      </Heading>
      {figure && <Figure figure={figure} />}
      <Box as="p" className={figure ? 'answer__says' : ''}>
        {says}
      </Box>
      {bars.length > 1 && <Spark bars={bars} period={period} />}
      <From source={source} org={org} read={bars.length > 0 ? '看这一期的每一笔' : READ[source.kind]} />
    </Box>
  )
}

/** Shows where an answer is from, as a link where it can be read. */
function From({ source, org, read }: { source: Source; org: string; read: string }) {
  const from = `出自“${withoutYear(source.title)}”`
  const rest = source.signed ? `${from}，${source.signed}审过` : from
  const entry = source.entry ?? read
  const url = placeOf(source, org)
  const words = (
    <Txt className="board-row__main">
      <Txt className="board-row__title">{entry}</Txt>
      <Txt className="board-row__text">{rest}</Txt>
    </Txt>
  )
  if (!url) return <Box className="answer__source">{words}</Box>
  return (
    <Link className="answer__source" label={`${entry}，${rest}`} url={url}>
      {words}
      <Txt decorative className="ic ic--next ic--small" />
    </Link>
  )
}

/** Draws the sums of the year side by side; the asked one is solid. */
const Spark = ({ bars, period }: { bars: readonly AnswerBar[]; period: string }) => (
  <Box className="spark" role="img" label={`这一年各期：${bars.map(({ text }) => text).join('，')}`}>
    {bars.map(({ id, label, permille }) => (
      <Box key={id} decorative className="spark__column">
        <Box className="spark__room">
          <Box
            className={`spark__bar${id === period ? ' spark__bar--on' : ''}`}
            style={{ height: `${permille / 10}%` }}
          />
        </Box>
        <Txt className={`spark__name${id === period ? ' spark__name--on' : ''}`}>{label}</Txt>
      </Box>
    ))}
  </Box>
)
