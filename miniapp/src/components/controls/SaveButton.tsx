import { useState } from 'react'
import { Box, Txt } from '../../elements/dom'
import { openFile } from '../../elements/files'
import { Button } from './Button'

interface Props {
  label: string
  url: string
  /** Name of the file. */
  name: string
}

/** Downloads a public file: opened on the phone, saved in the browser. */
export function SaveButton({ label, url, name }: Props) {
  const [problem, setProblem] = useState('')
  const save = async () => {
    setProblem('')
    if (!(await openFile(url, name))) setProblem(`“${name}”没有取到，请稍后再试。`)
  }
  return (
    <>
      <Button look="plain" label={label} onPress={() => void save()} />
      <Box live="assertive">{problem && <Txt className="field__fault">{`× ${problem}`}</Txt>}</Box>
    </>
  )
}
