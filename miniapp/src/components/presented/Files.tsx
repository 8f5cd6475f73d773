import { useState } from 'react'
import { client } from '../../api/client'
import { Box, Press, Txt } from '../../elements/dom'
import { openFile } from '../../elements/files'
import { BlockFrame } from './BlockFrame'
import type { BlockOf } from './types'

/** Attachments 附件: each row opens its file on the phone, saves it in the browser. */
export function Files({ block }: { block: BlockOf<'files'> }) {
  const [problem, setProblem] = useState('')
  const open = async (sha256: string, name: string) => {
    setProblem('')
    const opened = await openFile(client.fileUrl(sha256), name)
    if (!opened) setProblem(`“${name}”打不开，可能还没有公开或已经撤下。`)
  }
  return (
    <BlockFrame label={block.label}>
      {block.files.map(({ id, name, size, sha256 }) => (
        <Press
          key={id}
          role="link"
          className="row"
          label={`打开附件 ${name}，${size}`}
          onPress={() => void open(sha256, name)}
        >
          <Box className="row__main">
            <Txt className="row__title">{name}</Txt>
            <Txt className="hash">{sha256}</Txt>
          </Box>
          <Txt className="row__side">{size}</Txt>
        </Press>
      ))}
      <Box live="assertive">{problem && <Txt className="field__fault">{`× ${problem}`}</Txt>}</Box>
    </BlockFrame>
  )
}
