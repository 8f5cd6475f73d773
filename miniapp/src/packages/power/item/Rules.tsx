import { quoted } from '@shared/power/words'
import { risksOf } from '@shared/power/digest'
import type { PowerItem } from '@shared/contract/power/item'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'

interface ListProps {
  title: string
  sign: string
  lines: readonly string[]
}

/** Shows a short list with a sign per line; renders nothing if empty. */
export function CheckList({ title, sign, lines }: ListProps) {
  if (lines.length === 0) return null
  return (
    <Section title={title}>
      {lines.map(line => (
        <Txt key={line} className="check">{`${sign} ${line}`}</Txt>
      ))}
    </Section>
  )
}

/** 负面清单. */
export const Negative = ({ lines }: { lines: readonly string[] }) => (
  <CheckList title="不准做的" sign="×" lines={lines} />
)

/** Shows risks 风险点 with their controls. */
export function Risks({ item, title = '风险点' }: { item: PowerItem; title?: string }) {
  const risks = risksOf(item)
  if (risks.length === 0) return null
  return (
    <Section title={title}>
      {risks.map(({ step, risk, control }) => (
        <Box key={`${step}${risk}`} className="aim">
          <Txt className="row__title">{risk}</Txt>
          <Txt className="row__text">{`怎么防：${control}`}</Txt>
          <Txt className="row__meta">{`在${quoted(step)}这一步`}</Txt>
        </Box>
      ))}
    </Section>
  )
}

export function Basis({ basis }: Pick<PowerItem, 'basis'>) {
  if (basis.length === 0) return null
  return (
    <Section title="依据">
      {basis.map(({ text, source, localSetting }) => (
        <Box key={text} className="aim">
          <Txt className="row__text">{text}</Txt>
          <Txt className="row__meta">{localSetting ? '本地设定，不是法律规定' : `出处：${source ?? ''}`}</Txt>
        </Box>
      ))}
    </Section>
  )
}
