import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { REFUSED, servedTabs } from '../../support/browser/servedTabs'

/** People of a street and of the district open every page in Chromium by addresses of every kind. */
const { openTab, library } = servedTabs('any-page-street')
anyPageTests(
  () => openTab({ expects: REFUSED }),
  () => everyPage(library()),
  'h5',
  ['street-clerk', 'district-office'],
)
