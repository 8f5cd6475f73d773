import { useState } from 'react'
import type { ApplicationPaper } from '@shared/contract/participation/applicationPapers'
import { urlOf } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { Problems } from '../../components/page/Problems'
import { Box } from '../../elements/dom'
import { openFile } from '../../elements/files'

interface Props {
  papers: readonly ApplicationPaper[]
  /** Takes one out again; absent: it stays. */
  onDrop?: (id: string) => void
}

/** Opens what a reply gives 给出的材料; the address holds for ten minutes, then the page is opened again. */
export function Papers({ papers, onDrop }: Props) {
  const [failed, setFailed] = useState(false)
  const open = async ({ ticket, name }: ApplicationPaper) =>
    setFailed(!(await openFile(urlOf('GET /application-papers/:ticket', { params: { ticket } }), name)))
  return (
    <>
      <Box as="ul">
        {papers.map(paper => (
          <Box as="li" key={paper.id}>
            <Box as="p">{`第 ${paper.itemId} 项：${paper.name}${paper.redacted ? '（遮盖件）' : ''}`}</Box>
            {paper.withheld.map(({ place, kind, reason }, at) => (
              <Box as="p" className="small" key={String(at)}>
                {`不公开的第 ${at + 1} 处，${place}，${kind}：${reason}`}
              </Box>
            ))}
            <Box className="buttons">
              <Button look="plain" label={`打开 ${paper.name}`} onPress={() => void open(paper)} />
              {onDrop && (
                <Button look="plain" label={`撤下 ${paper.name}`} onPress={() => onDrop(paper.id)} />
              )}
            </Box>
          </Box>
        ))}
      </Box>
      <Problems problems={failed ? ['没有打开。请退出这一页再进来，10 分钟以内打开。'] : []} />
    </>
  )
}
