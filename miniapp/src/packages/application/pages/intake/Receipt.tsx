import { pathTo } from '@shared/client'
import type { ApplicationPage } from '@shared/contract/participation/application'
import { Button } from '../../../../components/controls/Button'
import { Link } from '../../../../components/controls/Link'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { shortDay } from '../../../../format/date'
import { useDownload } from '../../../../hooks/useDownload'
import { routes } from '../../../../routes'

interface Props {
  page: ApplicationPage
  onNext: () => void
}

/** Receipt 登记回执: number, query code, received on, reply due; printed for the applicant. */
export function Receipt({ page, onNext }: Props) {
  const { application, code, progress } = page
  const { id, number, receivedOn, dueOn } = application
  const { busy, problems, fetch } = useDownload()
  const print = () =>
    void fetch(pathTo('GET /applications/:id/receipt', { params: { id } }), `登记回执-${number}.pdf`)
  return (
    <>
      <Box live="polite">
        <Heading level={1} className="title">
          登记回执
        </Heading>
        <Txt className="state state--ok">{`✓ 已收下，编号 ${number}`}</Txt>
      </Box>
      <Box className="readback">
        <Box className="readback__row">
          <Txt className="readback__label">查询码</Txt>
          <Txt className="readback__value">{code}</Txt>
        </Box>
        {receivedOn !== null && (
          <Box className="readback__row">
            <Txt className="readback__label">哪天收到</Txt>
            <Txt className="readback__value">{shortDay(receivedOn)}</Txt>
          </Box>
        )}
        <Box className="readback__row">
          <Txt className="readback__label">最晚哪天答复</Txt>
          <Txt className="readback__value">{dueOn === null ? progress.dueWords : shortDay(dueOn)}</Txt>
        </Box>
      </Box>
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label="打印回执" disabled={busy} onPress={print} />
        <Button look="plain" label="登记下一件" onPress={onNext} />
        <Link className="button button--plain" label="去办理" url={routes.applicationWork(id)} />
      </Box>
    </>
  )
}
