import { Section } from '../../../components/page/Section'
import { useSpoken } from '../../../components/presented/Spoken'
import { Box, Txt } from '../../../elements/dom'
import { highlightIf } from '../../../elements/marked'
import { useReading } from '../../../state/settings'
import type { YearSums } from './yearOf'

/** Largest text with which four columns fit a phone of 360 px. */
const SMALL_TEXT = 18

/** Shows a year's statements, one line a period 月表, with the sums and whether they agree. */
export function MonthTable({ sums: { months, income, expense, agrees } }: { sums: YearSums }) {
  const said = useSpoken('year-table')
  const { size } = useReading()
  const line = size > SMALL_TEXT ? 'months months--lines' : 'months'
  return (
    <Section title="月表" aside={<Txt className="section__aside">单位：元</Txt>}>
      <Box decorative className={`${line} months--head`}>
        <Txt className="months__name">期</Txt>
        <Txt className="months__figure">收进</Txt>
        <Txt className="months__figure">花出</Txt>
        <Txt className="months__figure">期末</Txt>
      </Box>
      <Box as="ul" label="月表">
        {months.map(({ id, name, income: came, expense: went, closing }) => (
          <Box key={id} as="li" {...highlightIf(said?.part === id, line)}>
            <Txt className="months__name">{name}</Txt>
            <Cell what="收进" text={came} />
            <Cell what="花出" text={went} />
            <Cell what="期末" text={closing} last />
          </Box>
        ))}
        <Box as="li" className={`${line} months--sum`}>
          <Txt className="months__name">合计</Txt>
          <Cell what="收进" text={income} />
          <Cell what="花出" text={expense} />
          <Txt decorative className="months__figure" />
        </Box>
      </Box>
      <Box as="p" className={`proof proof--${agrees ? 'agrees' : 'differs'}`}>
        {agrees ? '逐月相加一致' : '逐月相加和合计不一致，请打电话问'}
      </Box>
    </Section>
  )
}

/** A figure; what it is of is read to those who do not see the head, and shown where the line is folded. */
const Cell = ({ what, text, last = false }: { what: string; text: string; last?: boolean }) => (
  <Txt className={`months__figure${last ? ' months__figure--last' : ''}`}>
    <Txt className="months__what">{`${what} `}</Txt>
    {text}
  </Txt>
)
