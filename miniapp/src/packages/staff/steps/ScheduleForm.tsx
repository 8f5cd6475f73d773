import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { DateField } from '../../../components/form/DateField'
import { SelectField } from '../../../components/form/SelectField'
import { Box } from '../../../elements/dom'
import { audienceWords } from './audience'
import { type StepProps, seenOf } from './types'
import { useFaults } from '../../../hooks/useFaults'

const HOURS = Array.from({ length: 14 }, (_, index) => `${String(index + 7).padStart(2, '0')}:00`)
const OPTIONS = HOURS.map(value => ({ value, label: value }))

/** Schedules the publication 定时公开; the server publishes at that hour, Beijing time. */
export function ScheduleForm({ page, busy, take }: StepProps) {
  const [day, setDay] = useState('')
  const [hour, setHour] = useState('09:00')
  const { faults, hold } = useFaults<'day'>(() => 'publish-day')
  const send = () => {
    if (!hold([['day', day !== '', '请选公开日期。']])) return
    const publishAt = new Date(`${day}T${hour}:00+08:00`).toISOString()
    take('schedule', key =>
      api(
        'POST /notices/:id/schedule',
        { params: { id: page.notice.id }, body: { ...seenOf(page), publishAt } },
        key,
      ),
    )
  }
  return (
    <>
      {audienceWords(page).map(sentence => (
        <Box key={sentence} as="p" className="lead">
          {sentence}
        </Box>
      ))}
      <Box className="line__grid">
        <DateField
          id="publish-day"
          label="公开日期"
          required
          value={day}
          fault={faults.day}
          onChange={setDay}
        />
        <SelectField id="publish-hour" label="公开时间" value={hour} options={OPTIONS} onChange={setHour} />
      </Box>
      <Box className="buttons">
        <Button label={busy ? '正在提交…' : '定好时间'} disabled={busy} onPress={send} />
      </Box>
    </>
  )
}
