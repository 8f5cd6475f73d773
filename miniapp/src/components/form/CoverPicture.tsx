import { useEffect, useMemo } from 'react'
import type { PictureArea } from '@shared/contract/common'
import { Box, Picture } from '../../elements/dom'
import { type PickedFile, shownSource } from '../../elements/files'
import { Button } from '../controls/Button'

interface Props {
  file: PickedFile
  areas: readonly PictureArea[]
  busy: boolean
  onCover: (cover: string) => void
}

const WHOLE = 10_000
const percent = (part: number): string => `${(part * 100) / WHOLE}%`

/** Writes areas as the upload's field `cover`. */
const written = (areas: readonly PictureArea[]): string =>
  areas.map(({ left, top, width, height }) => [left, top, width, height].join(',')).join(';')

/** Shows a refused picture with frames around what was found in it, and offers to paint it over. */
export function CoverPicture({ file, areas, busy, onCover }: Props) {
  const shown = useMemo(() => shownSource(file), [file])
  useEffect(() => shown.release, [shown])
  return (
    <>
      <Box as="p">{`图上框住的 ${areas.length} 处像个人信息。可以涂黑这几处再上传，手机里的原图不变。`}</Box>
      <Box className="cover">
        <Picture
          className="cover__picture"
          label={`${file.name}，框住的是像个人信息的地方`}
          src={shown.src}
        />
        {areas.map(({ left, top, width, height }, index) => (
          <Box
            key={index}
            decorative
            className="cover__area"
            style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}
          />
        ))}
      </Box>
      <Button
        label={busy ? '正在检查…' : `涂黑这 ${areas.length} 处，再上传`}
        disabled={busy}
        onPress={() => onCover(written(areas))}
      />
    </>
  )
}
