import { api } from '../../../api/client'
import { EmptyState } from '../../../components/page/EmptyState'
import { Box, Txt } from '../../../elements/dom'
import { shortDate } from '../../../format/date'
import { ReasonForm } from '../../../components/form/ReasonForm'
import type { ListPart } from './types'

/** Lists the street's suggestions 街道的建议. */
export function Remarks({ list, busy, alter }: ListPart) {
  const { remarks, abilities, org } = list
  return (
    <>
      {abilities.includes('remark') && (
        <ReasonForm
          key={remarks.length}
          id="remark-list"
          label="对这份目录的建议"
          help="村里的人会看到；采不采用由村里定。"
          done="提建议"
          busy={busy}
          onDone={text =>
            void alter(by =>
              api(
                'POST /orgs/:code/village-catalogue/remarks',
                { params: { code: org.code }, body: { text, key: null } },
                by,
              ),
            )
          }
        />
      )}
      {remarks.length === 0 && <EmptyState title="还没有建议" text="街道提了建议会列在这里。" />}
      {remarks.map(({ text, path, by, body, at }) => (
        <Box key={`${at}${text}`} className="row">
          <Txt className="row__main">
            {path && <Txt className="row__title">{path.join(' › ')}</Txt>}
            <Txt className="row__text">{text}</Txt>
            <Txt className="row__meta">{`${body} ${by}，${shortDate(at)}`}</Txt>
          </Txt>
        </Box>
      ))}
    </>
  )
}
