import type { PartOf } from '@shared/presentation/document'
import { Box } from '../../../elements/dom'
import { Link } from '../../controls/Link'
import { Photo } from '../Photo'

interface Props {
  photos: PartOf<'files'>['files']
  /** Page on which an objection to the row is written. */
  url: string | null
}

/** Shows below an opened row its vouchers and the way to object to it. */
export function RowPanel({ photos, url }: Props) {
  return (
    <Box className="li__panel">
      {photos.map(({ id, sha256, name, size }) => (
        <Photo key={id} sha256={sha256} name={name} note={size} />
      ))}
      {url !== null && <Link className="button button--plain" label="这一行不对，提意见" url={url} />}
    </Box>
  )
}
