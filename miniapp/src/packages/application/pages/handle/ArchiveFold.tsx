import { pathTo } from '@shared/client'
import type { ApplicationPage } from '@shared/contract/participation/application'
import { Button } from '../../../../components/controls/Button'
import { Fold } from '../../../../components/page/Fold'
import { Problems } from '../../../../components/page/Problems'
import { Box } from '../../../../elements/dom'
import { useDownload } from '../../../../hooks/useDownload'

/** What the archive needs and lacks 归档目录, and the evidence for the review body in one step. */
export function ArchiveFold({ page: { application, archive } }: { page: ApplicationPage }) {
  const { busy, problems, fetch } = useDownload()
  return (
    <Fold label="案卷和证据材料" note="归档缺什么；复议机关要的证据一次取出">
      <Box as="ul">
        {archive.map(({ name, missing }) => (
          <Box as="li" key={name}>{`${name}：${missing ?? '齐'}`}</Box>
        ))}
      </Box>
      <Problems problems={problems} />
      <Box className="buttons">
        <Button
          label="取出证据材料（zip）"
          disabled={busy}
          onPress={() =>
            void fetch(
              pathTo('GET /applications/:id/bundle', { params: { id: application.id } }),
              `${application.number}-证据材料.zip`,
            )
          }
        />
      </Box>
    </Fold>
  )
}
