import { Box, Press } from '../../elements/dom'
import { goBack, restart, routes } from '../../routes'
import { useVillage } from '../../state/village'

/** Top bar of web pages that are no main page: the ways back and home, which WeChat's own bar has. */
export function BackBar() {
  const home = routes.home(useVillage() ?? undefined)
  return (
    <Box as="nav" label="返回" className="back">
      <Press className="back__way" label="返回" onPress={() => goBack(home)}>
        ‹ 返回
      </Press>
      <Press className="back__way" label="公开栏" url={home} onPress={() => restart(home)}>
        公开栏
      </Press>
    </Box>
  )
}
