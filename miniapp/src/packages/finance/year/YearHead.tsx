import { Figure } from '../../../components/board/Figure'
import { Box, Txt } from '../../../elements/dom'
import type { YearSums } from './yearOf'

/** Shows a year's sums 一共收进, 一共花出, what is left, and whether the statements follow on each other. */
export function YearHead({ sums }: { sums: YearSums }) {
  const { first, last, months, income, expense, change, grew, unbroken } = sums
  const joined = unbroken ? `${months.length} 期首尾相接 ✓` : '× 有余额没有接上，见下面'
  return (
    <Box className="leaf">
      <Box className="flows">
        <Sum label="一共收进" text={income} />
        <Sum label="一共花出" text={expense} />
      </Box>
      <Figure figure={{ label: `${last.name}底账上`, text: last.closing, unit: '元' }} />
      <Box as="p" className="answer__says">
        {`比年初的 ${first.opening} ${grew ? '多' : '少'}了 ${change}。`}
        <Txt className={unbroken ? '' : 'board-row__fault'}>{joined}</Txt>
      </Box>
    </Box>
  )
}

const Sum = ({ label, text }: { label: string; text: string }) => (
  <Box className="flows__one">
    <Txt className="flow__label">{label}</Txt>
    <Txt className="flow__sum">{text}</Txt>
  </Box>
)
