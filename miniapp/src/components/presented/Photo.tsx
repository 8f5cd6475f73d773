import { useState } from 'react'
import { urlOf } from '../../api/client'
import { Box, Picture, Press, Txt } from '../../elements/dom'
import { openFile } from '../../elements/files'
import { Button } from '../controls/Button'

interface Props {
  sha256: string
  name: string
  /** Text below the name. */
  note: string
}

/** Shows a published picture 照片 as a thumbnail, enlarged on press. */
export function Photo({ sha256, name, note }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Box className="photo">
      <Press
        className="row photo__row"
        label={`${open ? '收起' : '看'}照片 ${name}，${note}`}
        expanded={open}
        onPress={() => setOpen(!open)}
      >
        <Box className="photo__small">
          <Txt decorative className="photo__word" />
          <Picture
            lazy
            className="photo__thumb"
            label=""
            src={urlOf('GET /files/:sha256/pictures/:size', { params: { sha256, size: 'list' } })}
          />
        </Box>
        <Box className="row__main">
          <Txt className="row__title">{name}</Txt> <Txt className="row__meta">{note}</Txt>
        </Box>
      </Press>
      {open && <Large sha256={sha256} name={name} />}
    </Box>
  )
}

function Large({ sha256, name }: Pick<Props, 'sha256' | 'name'>) {
  /** Number of attempts; changing it reloads the picture. */
  const [asked, setAsked] = useState(0)
  const [fault, setFault] = useState('')
  const again = () => {
    setFault('')
    setAsked(asked + 1)
  }
  const save = async () => {
    const opened = await openFile(urlOf('GET /files/:sha256', { params: { sha256 } }), name)
    if (!opened) setFault('原图没有取到，可能没有网络，也可能已经撤回。')
  }
  return (
    <Box live="polite">
      {fault === '' && (
        <Picture
          key={asked}
          className="photo__large"
          label={name}
          src={urlOf('GET /files/:sha256/pictures/:size', { params: { sha256, size: 'reading' } })}
          onFault={() => setFault('照片没有取到，可能没有网络，也可能已经撤回。')}
        />
      )}
      {fault !== '' && <Txt className="field__fault">{`× ${fault}`}</Txt>}
      <Box className="buttons unprinted">
        {fault !== '' && <Button look="plain" label="再试一次" onPress={again} />}
        <Button look="plain" label="看原图" onPress={() => void save()} />
      </Box>
    </Box>
  )
}
