import { serverFaultTests } from '../support/anyPage/serverFaultTests'
import { everyPage } from '../support/browser/pages'
import { servedTabs } from '../support/browser/servedTabs'

/** The console's words for every answer of a server that fails. */
const FAILED = /Failed to load resource.*\/api\//

/** Every page in Chromium while the server fails. */
const { openTab, server, library } = servedTabs('server-faults')
serverFaultTests({
  open: (at, haste) => openTab({ at, haste, expects: FAILED }),
  server,
  pages: () => everyPage(library()),
  build: 'h5',
})
