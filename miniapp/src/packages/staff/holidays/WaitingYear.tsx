import { dateLabel } from '@shared/common/period'
import type { HolidayYear } from '@shared/contract/disclosure/holidays'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { useAction } from '../../../hooks/useAction'

interface Props {
  year: HolidayYear
  onChange: () => void
}

const short = (date: string): string => dateLabel(date).slice(5)

/** Shows an imported year that waits: its days, what it moves, and the button of the second person. */
export function WaitingYear({ year, onChange }: Props) {
  const write = useAction(onChange)
  const confirm = async () => {
    if (await write.run(key => api('POST /holidays/:id/confirm', { params: { id: year.id } }, key))) {
      onChange()
    }
  }
  const days = (rest: boolean) =>
    year.days
      .filter(day => day.rest === rest)
      .map(({ date }) => short(date))
      .join('、') || '没有'
  return (
    <Section title={`等核对：${year.year}年`}>
      <Box as="p">{`${year.source}，${year.importedBy}于${fullDate(year.importedAt)}导入。`}</Box>
      <Box as="p" className="small">
        {year.url}
      </Box>
      <Box as="p">{`本来要上班、现在放假：${days(true)}`}</Box>
      <Box as="p">{`本来是周末、现在上班：${days(false)}`}</Box>
      <Box as="p">{year.moves.length > 0 ? `会改动 ${year.moves.length} 个期限：` : '没有期限会改动。'}</Box>
      {year.moves.map(({ kind, id, label, from, to }) => (
        <Box key={`${kind}-${id}`} className="row">
          <Txt className="row__main">
            <Txt className="row__title">{label}</Txt>
            <Txt className="row__meta">{`${dateLabel(from)}改为${dateLabel(to)}`}</Txt>
          </Txt>
        </Box>
      ))}
      <Problems problems={write.problems} />
      {year.mayConfirm ? (
        <Box className="buttons">
          <Button label="与通知核对无误" disabled={write.busy} onPress={() => void confirm()} />
        </Box>
      ) : (
        <Txt className="state">! 要由另一位管理员对照通知核对，核对以后才算数</Txt>
      )}
    </Section>
  )
}
