import { serverFaultTests } from '../support/anyPage/serverFaultTests'
import { everyPage } from '../support/browser/pages'
import { servedPhones } from '../support/weapp/servedPhones'

/** Every page of the real weapp build while the server fails. */
const { launch, server, library } = servedPhones('server-faults')
serverFaultTests({
  open: (url, haste) => launch({ server: url, haste }),
  server,
  pages: () => everyPage(library()),
  build: 'weapp',
})
