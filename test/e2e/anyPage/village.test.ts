import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { REFUSED, servedTabs } from '../../support/browser/servedTabs'

/** People of a village open every page in Chromium by addresses of every kind. */
const { openTab, library } = servedTabs('any-page-village')
anyPageTests(
  () => openTab({ expects: REFUSED }),
  () => everyPage(library()),
  'h5',
  ['editor', 'head', 'supervisor'],
)
