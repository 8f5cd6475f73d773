import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { REFUSED, servedTabs } from '../../support/browser/servedTabs'

/** Readers and a villager open every page in Chromium by addresses of every kind. */
const { openTab, library } = servedTabs('any-page-readers')
anyPageTests(
  () => openTab({ expects: REFUSED }),
  () => everyPage(library()),
  'h5',
  ['nobody', 'villager'],
)
