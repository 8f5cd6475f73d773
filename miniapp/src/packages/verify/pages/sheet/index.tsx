import { grouped, printedOf, printedText } from '@shared/ledger/printed'
import { shortCode } from '@shared/presentation/shortCode'
import type { NoticeProof } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Box, Heading, Picture, Txt } from '../../../../elements/dom'
import { isBrowser, printPage, siteAddress } from '../../../../elements/platform'
import { fullDate } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { qrPicture } from '../../qr'

interface Sheet {
  page: NoticePage
  proof: NoticeProof
}

/**
 * Shows the proof sheet 存证单, printed and posted next to the notice: a paper record that reveals later changes
 * of the ledger.
 */
export default function SheetPage() {
  const id = useParams()['id'] ?? ''
  const load = async (): Promise<Sheet> => {
    const page = await api('GET /notices/:id', { params: { id } })
    return {
      page,
      proof: await api('GET /notices/:id/ledger', {
        params: { id },
        query: { edition: page.notice.edition },
      }),
    }
  }
  const sheet = useResource<Sheet>(`sheet:${id}`, load, IN_WORK)
  return (
    <Frame title="存证单" narrow>
      <Loaded resource={sheet} lines={8}>
        {data => <Printable sheet={data} />}
      </Loaded>
    </Frame>
  )
}

function Printable({ sheet: { page, proof } }: { sheet: Sheet }) {
  const { notice } = page
  const printed = printedOf(proof)
  const code = siteAddress(`/n/${shortCode(notice.id)}/check?${printedText(printed)}`)
  const rows: [string, string][] = [
    ['短码', shortCode(notice.id)],
    ['公示编号', notice.id],
    ['第几条', String(printed.index + 1)],
    ['存证指纹', grouped(printed.leaf)],
    ['账本条数', String(printed.size)],
    ['账本指纹', grouped(printed.root)],
    ['签名钥匙', `${proof.checkpoint.keyId}（${fullDate(proof.checkpoint.at)}）`],
  ]
  return (
    <Box as="article" className="section">
      <Heading level={1} className="title">
        存证单
      </Heading>
      <Box as="p">
        <Txt strong>{notice.title}</Txt>
        {`（第 ${notice.edition} 版）`}
      </Box>
      <Box as="p" className="small">{`${notice.orgName} ${fullDate(notice.publishedAt)}公开`}</Box>
      <Picture className="qr" label="存证单的码，用手机扫一扫核验这条公示" src={qrPicture(code)} />
      {rows.map(([label, value]) => (
        <Box key={label} className="field">
          <Txt className="field__label">{label}</Txt>
          <Box className="hash">{value}</Box>
        </Box>
      ))}
      <Box as="p" className="note">
        扫上面的码，手机会自己核对：公示和总账从印出这张纸以后有没有被改过。请把这张纸和公示贴在一起，并留一份存档。
      </Box>
      {isBrowser && (
        <Box className="buttons unprinted">
          <Button label="打印" onPress={printPage} />
        </Box>
      )}
    </Box>
  )
}
