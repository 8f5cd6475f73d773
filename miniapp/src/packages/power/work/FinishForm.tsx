import { useState } from 'react'
import { recordOf } from '@shared/common/lists'
import type { CaseTask } from '@shared/contract/power/case'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Choices } from '../../../components/controls/Choices'
import { CheckField } from '../../../components/form/CheckField'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { fieldId } from '../../../elements/marked'
import { parseCount } from '@shared/figures/parse'
import { useFaults } from '../../../hooks/useFaults'
import { type PaperFile, PaperFiles } from './PaperFiles'
import { type Counted, NO_VOTES, VoteFields } from './VoteFields'
import type { WorkProps } from './types'

type Field = 'papers' | 'result' | keyof Counted
const idOf = (field: Field) => `finish-${field}`

/** Splits additional papers, one per line. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\n；;]/)
    .map(line => line.trim())
    .filter(Boolean)

/** Completes a step 办完: papers present, result or vote counts. */
export function FinishForm({ page, busy, take, task }: WorkProps & { task: CaseTask }) {
  const { step, evidence, results, vote } = task
  const [papers, setPapers] = useState<string[]>([])
  const [more, setMore] = useState('')
  const [files, setFiles] = useState<PaperFile[]>([])
  const [result, setResult] = useState<string | null>(null)
  const [votes, setVotes] = useState(NO_VOTES)
  const { faults, hold } = useFaults<Field>(idOf)

  const there = [...new Set([...papers, ...files.map(({ paper }) => paper)])]

  const send = () => {
    const counts = Object.entries(votes).map(
      ([name, typed]) => [name as keyof Counted, parseCount(typed)] as const,
    )
    const whole = hold([
      ['papers', evidence.every(name => there.includes(name)), '材料齐了才能办完，请逐项点选。'],
      ['result', results.length === 0 || result !== null, '请选结果。'],
      ...(vote
        ? counts.map(([name, count]) => [name, count !== null, '请写数字，没有就写 0。'] as const)
        : []),
    ])
    if (!whole) return
    const body = {
      step,
      papers: [...there, ...linesOf(more)],
      files: files.map(({ paper, sha256 }) => ({ paper, sha256 })),
    }
    if (!vote) {
      return void take(({ params, version }, key) =>
        api('POST /cases/:id/finish', { params, body: { version, ...body, result } }, key),
      )
    }
    const ballots = recordOf(counts) as Record<keyof Counted, number>
    void take(({ params, version }, key) =>
      api('POST /cases/:id/vote', { params, body: { version, ...body, ballots } }, key),
    )
  }
  return (
    <>
      {evidence.length > 0 && (
        <CheckField
          id={idOf('papers')}
          label="材料（有了就点上）"
          required
          options={evidence.map(name => ({ value: name, label: name }))}
          values={there}
          onChange={setPapers}
          fault={faults.papers}
        />
      )}
      <PaperFiles caseId={page.id} evidence={evidence} files={files} onChange={setFiles} />
      <TextField
        id="finish-more"
        label="别的材料和编号"
        help="一行一份，例如“合同 2026-07 号”。没有就空着。"
        multiline
        maxLength={1000}
        value={more}
        onChange={setMore}
      />
      {vote && <VoteFields rule={vote} votes={votes} faults={faults} idOf={idOf} onChange={setVotes} />}
      {results.length > 0 && (
        <Box id={fieldId(idOf('result'))}>
          <Box className="field__label">结果</Box>
          <Choices
            label="结果"
            options={results.map(one => ({ value: one, label: one }))}
            value={result}
            onChange={setResult}
          />
          {faults.result && <Box className="field__fault">{`× ${faults.result}`}</Box>}
        </Box>
      )}
      <Box className="buttons">
        <Button
          label={busy ? '正在提交…' : vote ? '登记表决' : '办完这一步'}
          disabled={busy}
          onPress={send}
        />
      </Box>
    </>
  )
}
