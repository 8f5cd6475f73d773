import { pathTo } from '@shared/client'
import type { PartOf } from '@shared/presentation/document'
import { isPicture } from '@shared/facts/disclosure/attachments'
import { urlOf } from '../../api/client'
import { Box, Press, Txt } from '../../elements/dom'
import { useDownload } from '../../hooks/useDownload'
import { useOpenFile } from '../../hooks/useOpenFile'
import { Problems } from '../page/Problems'
import { BlockFrame } from './BlockFrame'
import { Photo } from './Photo'
import { useSpoken } from './Spoken'

type File = PartOf<'files'>['files'][number]

interface Props {
  part: PartOf<'files'>
  /** Organisation whose staff preview it: they may see unpublished files. */
  staffOf?: string
}

/** Shows attachments 附件: pictures as thumbnails; other files open on the phone and are saved in the browser. */
export function Files({ part, staffOf }: Props) {
  if (part.files.length === 0) return null
  if (staffOf) return <StaffFiles part={part} orgCode={staffOf} />
  return <PublicFiles part={part} />
}

function PublicFiles({ part }: Pick<Props, 'part'>) {
  const { problems, open } = useOpenFile()
  const said = useSpoken(part.id)
  return (
    <BlockFrame label={part.label} said={said !== null}>
      {part.files.map(file =>
        isPicture(file.name) ? (
          <Photo key={file.id} sha256={file.sha256} name={file.name} note={file.size} />
        ) : (
          <FileRow
            key={file.id}
            file={file}
            onOpen={() =>
              void open(
                urlOf('GET /files/:sha256', { params: { sha256: file.sha256 } }),
                file.name,
                `“${file.name}”打不开，可能还没有公开或已经撤回。`,
              )
            }
          />
        ),
      )}
      <Problems problems={problems} />
    </BlockFrame>
  )
}

/** Loads an unpublished file with the login of the staff member. */
function StaffFiles({ part, orgCode }: Pick<Props, 'part'> & { orgCode: string }) {
  const { fetch, problems } = useDownload()
  return (
    <BlockFrame label={part.label}>
      {part.files.map(file => (
        <FileRow
          key={file.id}
          file={file}
          onOpen={() =>
            void fetch(
              pathTo('GET /orgs/:code/files/:sha256', { params: { code: orgCode, sha256: file.sha256 } }),
              file.name,
            )
          }
        />
      ))}
      <Problems problems={problems} />
    </BlockFrame>
  )
}

function FileRow({ file: { name, size }, onOpen }: { file: File; onOpen: () => void }) {
  return (
    <Press role="link" className="row" label={`打开附件 ${name}，${size}`} onPress={onOpen}>
      <Box className="row__main">
        <Txt className="row__title">{name}</Txt>
      </Box>
      <Txt className="row__side">{size}</Txt>
    </Press>
  )
}
