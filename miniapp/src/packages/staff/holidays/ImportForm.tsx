import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box } from '../../../elements/dom'
import { useFaults } from '../../../hooks/useFaults'
import { useWrite } from '../../../hooks/useWrite'

interface Props {
  /** The first year that is not known yet. */
  year: number
  onDone: () => void
}

type FieldName = 'year' | 'text' | 'source' | 'url'

const SHORTEST_SOURCE = 4

/** Imports a year from the words of the State Council's notice 通知; the server reads the days from them. */
export function ImportForm({ year: next, onDone }: Props) {
  const [year, setYear] = useState(String(next))
  const [text, setText] = useState('')
  const [source, setSource] = useState('')
  const [url, setUrl] = useState('')
  const { faults, hold } = useFaults<FieldName>(field => `holiday-${field}`)
  const write = useWrite()
  const send = async () => {
    const sound = hold([
      ['year', /^\d{4}$/.test(year.trim()), '请写四位数的年份，例如 2027。'],
      ['text', text.trim() !== '', '请把通知里各个节日的几段贴在这里。'],
      ['source', source.trim().length >= SHORTEST_SOURCE, '请写通知的文号。'],
      ['url', /^https?:\/\/\S+\.\S+/.test(url.trim()), '请写通知的网址，以 https:// 开头。'],
    ])
    if (!sound) return
    const notice = { year: Number(year), text: text.trim() }
    const body = { notice, source: source.trim(), url: url.trim() }
    if (await write.run(key => api('POST /holidays', { body }, key))) {
      setText('')
      onDone()
    }
  }
  return (
    <Box>
      <TextField
        id="holiday-year"
        label="哪一年"
        kind="integer"
        required
        maxLength={4}
        value={year}
        fault={faults.year}
        onChange={setYear}
      />
      <TextField
        id="holiday-text"
        label="通知里的安排"
        help="从“一、元旦：1月1日……”起，把各个节日的几段原样贴上。放假、上班的日子由程序读出来，请第二个人核对。"
        multiline
        required
        maxLength={6000}
        value={text}
        fault={faults.text}
        onChange={setText}
      />
      <TextField
        id="holiday-source"
        label="文号"
        help="例如：国办发明电〔2025〕7号"
        required
        maxLength={200}
        value={source}
        fault={faults.source}
        onChange={setSource}
      />
      <TextField
        id="holiday-url"
        label="网址"
        help="中国政府网上这份通知的网址"
        required
        maxLength={500}
        value={url}
        fault={faults.url}
        onChange={setUrl}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label="导入，等另一位管理员核对" disabled={write.busy} onPress={() => void send()} />
      </Box>
    </Box>
  )
}
