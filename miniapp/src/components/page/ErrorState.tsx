import type { ApiError } from '@shared/client'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'
import { useVillage } from '../../state/village'
import { Button } from '../controls/Button'
import { Link } from '../controls/Link'

interface Props {
  error: ApiError
  onRetry: () => void
}

/** Answers that stay the same when the same is asked again. */
const FINAL = [400, 403, 404, 410, 422]

function adviceFor(error: ApiError): string {
  if (error.offline) return '这一页没有保存在手机里。连上网络后再试；打开过的公示没有网络也能看。'
  if (error.status === 403) return '要有相应的任职才能看。您能看、能办的，从“我的”里都能找到。'
  if (FINAL.includes(error.status)) return '可能已经撤回，或者地址不完整。可以回公开栏找一找。'
  return error.requestId ? `如果一直这样，请反馈，并告诉我们编号 ${error.requestId}。` : '请稍后再试。'
}

/** Shows the server's error message and the possible next steps. */
export function ErrorState({ error, onRetry }: Props) {
  const village = useVillage()
  return (
    <Box className="notice" live="assertive">
      <Heading level={1} className="notice__title">
        {error.message}
      </Heading>
      <Box as="p" className="lead">
        {adviceFor(error)}
      </Box>
      <Box className="buttons">
        {error.offline && village && (
          <Link className="button button--plain" label="看手机里留着的公示" url={routes.category(village)} />
        )}
        {!FINAL.includes(error.status) && <Button label="再试一次" onPress={onRetry} />}
        {error.status === 403 && (
          <Link className="button button--plain" label="去“我的”" url={routes.mine()} />
        )}
        <Link className="button button--plain" label="回公开栏" url={routes.home()} />
      </Box>
    </Box>
  )
}
