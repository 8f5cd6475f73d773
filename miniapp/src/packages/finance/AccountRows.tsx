import type { FinanceSeries } from '@shared/contract/reading/financeYear'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Txt } from '../../elements/dom'
import { routes } from '../../routes'

interface Props {
  title: string
  notices: FinanceSeries['notices']
}

/** Lists the source notices of a chart or class, each with its summary sentence. */
export function AccountRows({ title, notices }: Props) {
  return (
    <Section title={title}>
      {notices.map(({ id, title: name, sentence }) => (
        <Link key={id} className="row" label={`${name}，${sentence}`} url={routes.notice(id)}>
          <Txt className="row__main">
            <Txt className="row__title">{name}</Txt>
            <Txt className="row__meta">{sentence}</Txt>
          </Txt>
        </Link>
      ))}
    </Section>
  )
}
