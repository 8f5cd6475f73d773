import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box } from '../../../elements/dom'
import { useFaults } from '../../../hooks/useFaults'
import { useAction } from '../../../hooks/useAction'

interface Props {
  /** The first year that is not known yet. */
  year: number
  onDone: () => void
}

const FIELDS = [
  { name: 'year', label: '哪一年', kind: 'integer', maxLength: 4 },
  {
    name: 'text',
    label: '通知里的安排',
    help: '从“一、元旦：1月1日……”起，把各个节日的几段原样贴上。放假、上班的日子由程序读出来，请第二个人核对。',
    multiline: true,
    maxLength: 6000,
  },
  { name: 'source', label: '文号', help: '例如：国办发明电〔2025〕7号', maxLength: 200 },
  { name: 'url', label: '网址', help: '中国政府网上这份通知的网址', maxLength: 500 },
] as const
type FieldName = (typeof FIELDS)[number]['name']

const SHORTEST_SOURCE = 4

/** Imports a year from the words of the State Council's notice 通知; the server reads the days from them. */
export function ImportForm({ year: next, onDone }: Props) {
  const [values, setValues] = useState<Record<FieldName, string>>({
    year: String(next),
    text: '',
    source: '',
    url: '',
  })
  const { faults, hold } = useFaults<FieldName>(field => `holiday-${field}`)
  const write = useAction()
  const send = async () => {
    const [year, text, source, url] = FIELDS.map(({ name }) => values[name].trim()) as [
      string,
      string,
      string,
      string,
    ]
    const sound = hold([
      ['year', /^\d{4}$/.test(year), '请写四位数的年份，例如 2027。'],
      ['text', text !== '', '请把通知里各个节日的几段贴在这里。'],
      ['source', source.length >= SHORTEST_SOURCE, '请写通知的文号。'],
      ['url', /^https?:\/\/\S+\.\S+/.test(url), '请写通知的网址，以 https:// 开头。'],
    ])
    if (!sound) return
    const body = { notice: { year: Number(year), text }, source, url }
    if (await write.run(key => api('POST /holidays', { body }, key))) {
      setValues({ ...values, text: '' })
      onDone()
    }
  }
  return (
    <Box>
      {FIELDS.map(({ name, ...field }) => (
        <TextField
          key={name}
          {...field}
          id={`holiday-${name}`}
          required
          value={values[name]}
          fault={faults[name]}
          onChange={value => setValues({ ...values, [name]: value })}
        />
      ))}
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label="导入，等另一位管理员核对" disabled={write.busy} onPress={() => void send()} />
      </Box>
    </Box>
  )
}
